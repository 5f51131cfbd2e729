package org.townloop.base.notice;

/** Sends e-mail. It is called outside of transactions, may be slow, and may be given the same one twice. */
public interface MailGateway {

    Handover send(Mail mail);
}
