package org.townloop.base.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What messages are about, as people choose whether they want them. */
public enum Topic {
    /** Codes and links that somebody asked for a moment ago: always sent, at any hour. */
    ASKED_FOR(0, Set.of(Channel.SMS, Channel.MAIL)),
    CONFIRMATION(1, Set.of(Channel.MAIL, Channel.PUSH)),
    REMINDER(2, Set.of(Channel.SMS, Channel.MAIL, Channel.PUSH)),
    /** Another time, called off, missed. */
    CHANGE(3, Set.of(Channel.SMS, Channel.MAIL, Channel.PUSH)),
    REFUND(4, Set.of(Channel.MAIL, Channel.PUSH)),
    /** The merchant answered. */
    REPLY(5, Set.of(Channel.PUSH)),
    /** How was it? Nobody needs to be asked, so it leaves the page only for those who said yes. */
    REVIEW(6, Set.of()),
    /** What a merchant must know. */
    DESK(7, Set.of(Channel.MAIL, Channel.PUSH));

    private final byte code;
    private final Set<Channel> usual;

    /** @param code stands in links that were sent: it is never changed, and never given to another */
    Topic(int code, Set<Channel> usual) {
        this.code = (byte) code;
        this.usual = usual;
    }

    /** Those that can be chosen. */
    public static List<Topic> choices() {
        return Arrays.stream(values()).filter(Topic::isChoice).toList();
    }

    /** What stands for it in links, where it lasts longer than a place in this list. */
    byte code() {
        return code;
    }

    static Optional<Topic> ofCode(byte code) {
        return Arrays.stream(values()).filter(topic -> topic.code == code).findFirst();
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
