package org.townloop.base.notice;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is written to somebody: each has a template with a title, a brief and a full text in each language. */
public enum Letter {
    CODE(Topic.ASKED_FOR, Set.of("code"), Set.of("code")),
    PAY_LINK(Topic.ASKED_FOR, Facts.ORDER, Set.of("link")),
    PAID(Topic.CONFIRMATION, Facts.ORDER, Set.of()),
    PAID_ONLINE(Topic.CONFIRMATION, Facts.ORDER, Set.of()),
    UNOPENED(Topic.REMINDER, Facts.ORDER, Set.of()),
    FREED(Topic.CHANGE, Facts.FREED, Set.of("until")),
    FREED_BOOKED(Topic.CHANGE, Facts.ORDER, Set.of()),
    REMINDER(Topic.REMINDER, Facts.ORDER, Set.of()),
    YOUR_TURN(Topic.CHANGE, Set.of("title", "place", "until"), Set.of("until")),
    CHANGED(Topic.CHANGE, Facts.ORDER, Set.of()),
    CANCELLED(Topic.CHANGE, Facts.CLOSED, Set.of()),
    NO_SHOW(Topic.CHANGE, Facts.CLOSED, Set.of()),
    WITHDRAWN_USED(Topic.CHANGE, Facts.ORDER, Set.of()),
    REFUNDED(Topic.REFUND, Facts.CLOSED, Set.of()),
    REFUND_REFUSED(Topic.REFUND, Set.of("title", "place", "refund"), Set.of("refund")),
    REPLY(Topic.REPLY, Set.of("place"), Set.of()),
    REVIEW_ASKED(Topic.REVIEW, Set.of("what", "title", "place"), Set.of()),
    NEW_ORDER(Topic.DESK, Facts.ORDER, Set.of()),
    DESK_CHANGED(Topic.DESK, Facts.ORDER, Set.of()),
    DESK_CANCELLED(Topic.DESK, Facts.CLOSED, Set.of()),
    DESK_HAND_BACK(Topic.DESK, Facts.CLOSED, Set.of("handback")),
    CONFLICT(Topic.DESK, Facts.ORDER, Set.of()),
    CHARGEBACK(Topic.DESK, Set.of("title", "place", "when", "refund", "by"), Set.of()),
    MERCHANT_VERIFIED(Topic.DESK, Set.of(), Set.of()),
    MERCHANT_REFUSED(Topic.DESK, Set.of("place", "reason"), Set.of("reason")),
    QUOTE_ASKED(Topic.DESK, Set.of("title", "place"), Set.of()),
    QUOTE_NEWS(Topic.CHANGE, Set.of("title", "place", "reason"), Set.of("reason")),
    QUOTE_ARRIVED(Topic.CONFIRMATION, Set.of("title", "place", "total"), Set.of()),
    QUOTE_ENDING(Topic.REMINDER, Set.of("title", "place", "total"), Set.of()),
    STAGE_DUE(Topic.REMINDER, Set.of("title", "place", "total", "reason"), Set.of("total")),
    TAKES_PLACE(Topic.CHANGE, Facts.ORDER, Set.of()),
    TOO_FEW(Topic.CHANGE, Facts.TOO_FEW, Set.of("refund")),
    DESK_TAKES_PLACE(Topic.DESK, Facts.SESSION, Set.of()),
    DESK_TOO_FEW(Topic.DESK, Facts.SESSION, Set.of()),
    WAIT_TOO_FEW(Topic.CHANGE, Facts.SESSION, Set.of()),
    BANK_ACCOUNT_CHANGED(Topic.DESK, Set.of("reason"), Set.of("reason")),
    PAYOUT_FAILED(Topic.DESK, Set.of("total", "reason"), Set.of("total", "reason")),
    PAYOUT_RETURNED(Topic.DESK, Set.of("total", "reason"), Set.of("total", "reason")),
    GIVEN_BACK(Topic.REFUND, Set.of("title", "place", "refund", "reason"), Set.of("refund")),
    COUNTS_SOON(Topic.DESK, Set.of("title", "place", "total", "due"), Set.of("total", "due")),
    DISPUTE_OPENED(Topic.DESK, Set.of("title", "place", "due"), Set.of("due")),
    DISPUTE_NEWS(Topic.CHANGE, Set.of("title", "place", "reason"), Set.of("reason")),
    DISPUTE_DUE(Topic.REMINDER, Set.of("title", "place", "due"), Set.of("due")),
    CARD_BOUGHT(Topic.CONFIRMATION, Facts.CARD, Set.of("total")),
    CARD_CLAIMED(Topic.CHANGE, Facts.CARD, Set.of()),
    CARD_DRAWN(Topic.CONFIRMATION, Facts.CARD, Set.of("total")),
    CARD_ENDING(Topic.REMINDER, Set.of("title", "place", "total", "due"), Set.of("due")),
    CARD_RAN_OUT(Topic.CHANGE, Facts.CARD, Set.of("total")),
    INVOICE_ASKED(Topic.DESK, Set.of("title", "place"), Set.of()),
    INVOICE_READY(Topic.CONFIRMATION, Set.of("title", "place"), Set.of()),
    INVOICE_DECLINED(Topic.CHANGE, Set.of("title", "place", "reason"), Set.of("reason"));

    private final Topic topic;
    private final Set<String> own;
    private final Set<String> needed;

    Letter(Topic topic, Set<String> own, Set<String> needed) {
        this.topic = topic;
        this.own = own;
        this.needed = needed;
    }

    /** The letter that carries the notice: a merchant gets other words than a resident. */
    static Letter of(Notice.Kind kind, Map<String, Object> facts) {
        var atTheDesk = Boolean.TRUE.equals(facts.get("desk"));
        var online = Boolean.TRUE.equals(facts.get("online"));
        return switch (kind) {
            case PAID -> online ? PAID_ONLINE : PAID;
            case REMINDER -> reminder(facts);
            case CANCELLED ->
                atTheDesk ? Boolean.TRUE.equals(facts.get("handBack")) ? DESK_HAND_BACK : DESK_CANCELLED : CANCELLED;
            case CHANGED -> atTheDesk ? DESK_CHANGED : CHANGED;
            case TAKES_PLACE -> atTheDesk ? DESK_TAKES_PLACE : TAKES_PLACE;
            case TOO_FEW ->
                atTheDesk ? DESK_TOO_FEW : Boolean.TRUE.equals(facts.get("waited")) ? WAIT_TOO_FEW : TOO_FEW;
            case NEW_ORDER,
                    YOUR_TURN,
                    REFUNDED,
                    REFUND_REFUSED,
                    REPLY,
                    WITHDRAWN_USED,
                    CONFLICT,
                    CHARGEBACK,
                    NO_SHOW,
                    REVIEW_ASKED,
                    MERCHANT_VERIFIED,
                    MERCHANT_REFUSED,
                    PAY_LINK,
                    QUOTE_ASKED,
                    QUOTE_NEWS,
                    QUOTE_ARRIVED,
                    QUOTE_ENDING,
                    STAGE_DUE,
                    BANK_ACCOUNT_CHANGED,
                    PAYOUT_FAILED,
                    PAYOUT_RETURNED,
                    GIVEN_BACK,
                    COUNTS_SOON,
                    DISPUTE_OPENED,
                    DISPUTE_NEWS,
                    DISPUTE_DUE,
                    CARD_BOUGHT,
                    CARD_CLAIMED,
                    CARD_DRAWN,
                    CARD_ENDING,
                    CARD_RAN_OUT,
                    INVOICE_ASKED,
                    INVOICE_READY,
                    INVOICE_DECLINED -> valueOf(kind.name());
        };
    }

    private static Letter reminder(Map<String, Object> facts) {
        if (Boolean.TRUE.equals(facts.get("freed"))) {
            return Boolean.TRUE.equals(facts.get("booked")) ? FREED_BOOKED : FREED;
        }
        return Boolean.TRUE.equals(facts.get("online")) ? UNOPENED : REMINDER;
    }

    public Topic topic() {
        return topic;
    }

    /** The names that its templates may use. */
    public Set<String> parameters() {
        var all = new TreeSet<>(own);
        all.addAll(Set.of("name", "town", "link"));
        return all;
    }

    /** Those without which it would be of no use: they must stand in the brief and in the full text. */
    public Set<String> needed() {
        return needed;
    }

    /** As it stands in addresses and in the names of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Which facts there are of what. */
    private static final class Facts {
        private static final Set<String> ORDER =
                Set.of("what", "title", "when", "place", "total", "rest", "handback", "pays");
        private static final Set<String> CARD = Set.of("title", "place", "total");
        private static final Set<String> FREED = Set.of("what", "title", "when", "place", "total", "rest", "until");
        private static final Set<String> SESSION = Set.of("what", "title", "when", "place", "booked", "fewest");
        private static final Set<String> TOO_FEW =
                Set.of("what", "title", "when", "place", "total", "refund", "handback", "booked", "fewest");
        /**
         * {@code back} is one of those of {@link Notice#back}, {@code handback} what the place gives back, {@code by} says
         * {@code place} if it was the place that called it off, and {@code rest} if of something that was had in part.
         */
        private static final Set<String> CLOSED =
                Set.of("what", "title", "when", "place", "total", "refund", "back", "by", "kept", "handback");
    }
}
