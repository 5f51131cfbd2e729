package org.townloop.base.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What messages are about, as people choose whether they want them. */
public enum Topic {
    /** Codes and links that somebody asked for a moment ago: always sent, at any hour. */
    ASKED_FOR(Set.of(Channel.SMS, Channel.MAIL)),
    CONFIRMATION(Set.of(Channel.MAIL, Channel.PUSH)),
    REMINDER(Set.of(Channel.SMS, Channel.MAIL, Channel.PUSH)),
    /** Another time, called off, missed. */
    CHANGE(Set.of(Channel.SMS, Channel.MAIL, Channel.PUSH)),
    REFUND(Set.of(Channel.MAIL, Channel.PUSH)),
    /** The merchant answered. */
    REPLY(Set.of(Channel.PUSH)),
    /** How was it? Nobody needs to be asked, so it leaves the page only for those who said yes. */
    REVIEW(Set.of()),
    /** What a merchant must know. */
    DESK(Set.of(Channel.MAIL, Channel.PUSH));

    private final Set<Channel> usual;

    Topic(Set<Channel> usual) {
        this.usual = usual;
    }

    /** Those that can be chosen. */
    public static List<Topic> choices() {
        return Arrays.stream(values()).filter(Topic::isChoice).toList();
    }

    public boolean isChoice() {
        return this != ASKED_FOR;
    }

    /** Whether it may be sent only after somebody has said that they want it. */
    public boolean needsConsent() {
        return this == REVIEW;
    }

    /** Whether a mail about it says how to get no more of them. */
    boolean canBeStoppedByMail() {
        return this == REVIEW || this == REMINDER || this == REPLY;
    }

    /** What somebody gets who chose nothing. */
    boolean usuallyBy(Channel channel) {
        return usual.contains(channel);
    }
}
