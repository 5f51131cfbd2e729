package org.townloop.surface.sandbox;

import java.util.List;

/**
 * The newest messages.
 *
 * @param to whose only; empty for all
 */
record InboxView(Tongue tongue, String to, List<Shown> messages) {

    /** A message, its text in pieces of which some are links. */
    record Shown(String channel, String to, String subject, List<Piece> body, String when, String machine) {}

    record Piece(String text, boolean link) {}

    String t(String key) {
        return tongue.t(key);
    }

    String channel(Shown message) {
        return message.channel().equals("SMS") ? t("sandbox.inbox.sms") : t("sandbox.inbox.mail");
    }
}
