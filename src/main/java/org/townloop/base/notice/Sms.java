package org.townloop.base.notice;

/**
 * A text message.
 *
 * @param id the same for each attempt to send it, so that a gateway which knows it sends it once
 * @param to E.164, with the plus
 */
public record Sms(String id, String to, String text) {}
