package org.townloop.surface.portal;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.IntentState;

/** How an order stands in the eyes of the one who made it: each has its own words on the page. */
enum Standing {
    /** To be paid. */
    HELD,
    /** The gateway has not said yet whether it was paid. */
    WAITING,
    /** The gateway refused; the time is still held. */
    DECLINED,
    /** The hold ran out unpaid. */
    EXPIRED,
    /** The hold ran out, and the money came after the time was gone. */
    LATE,
    PAID,
    /** Was there, has not said how it was. */
    VISITED,
    REVIEWED,
    /** Called off, nothing to give back. */
    CANCELLED,
    /** Called off, money on its way back. */
    REFUNDING,
    REFUNDED,
    DISPUTED;

    /** Whether there is, or was, something to come to: a calendar may have it. */
    boolean isAgreed() {
        return this != HELD && this != WAITING && this != DECLINED && this != EXPIRED && this != LATE;
    }

    /** Not while the gateway has still to say whether it was paid. */
    boolean canBeCalledOff() {
        return this == HELD || this == DECLINED || this == PAID;
    }

    static Standing of(Order order, Optional<Intent> payment, Money refund, boolean reviewed, Instant now) {
        return switch (order.state()) {
            case HELD -> held(payment, order.holdExpiresAt().isAfter(now));
            case EXPIRED -> is(payment, IntentState.CAPTURED) ? LATE : EXPIRED;
            case PAID -> PAID;
            case FULFILLED, SETTLED -> reviewed ? REVIEWED : VISITED;
            case CANCELLED -> refund.isPositive() ? REFUNDING : CANCELLED;
            case REFUNDED -> REFUNDED;
            case DISPUTED -> DISPUTED;
        };
    }

    private static Standing held(Optional<Intent> payment, boolean live) {
        if (payment.isPresent() && payment.get().state().isOpen()) {
            return WAITING;
        }
        if (!live) {
            return EXPIRED;
        }
        return is(payment, IntentState.DECLINED) ? DECLINED : HELD;
    }

    private static boolean is(Optional<Intent> payment, IntentState state) {
        return payment.isPresent() && payment.get().state() == state;
    }

    /** Its name in texts. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it looks: good, wait or bad. */
    String tone() {
        return switch (this) {
            case PAID, VISITED, REVIEWED, REFUNDED -> "good";
            case HELD, WAITING, REFUNDING, LATE, DISPUTED -> "wait";
            case DECLINED -> "bad";
            case EXPIRED, CANCELLED -> "";
        };
    }
}
