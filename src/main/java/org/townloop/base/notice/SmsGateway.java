package org.townloop.base.notice;

/** Sends text messages. It is called outside of transactions, may be slow, and may be given the same one twice. */
public interface SmsGateway {

    Handover send(Sms sms);
}
