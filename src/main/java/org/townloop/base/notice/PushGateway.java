package org.townloop.base.notice;

/** Sends notices to browsers that asked for them. It is called outside of transactions. */
public interface PushGateway {

    /** @param subscription the id of what a browser subscribed */
    Handover send(String id, String subscription, Composed words, String path);
}
