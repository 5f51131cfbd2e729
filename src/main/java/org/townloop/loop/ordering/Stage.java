package org.townloop.loop.ordering;

/**
 * What can happen to an order within a span of time. How many it happened to and which they are is read by the same
 * condition, so that a number always agrees with the list behind it.
 */
public enum Stage {
    /** Somebody held a time. */
    HELD("o.created_at >= w.since and o.created_at < w.until"),
    /** The money came. */
    PAID("o.paid_at >= w.since and o.paid_at < w.until"),
    /** Not paid in time. */
    EXPIRED("o.state = 'EXPIRED' and o.closed_at >= w.since and o.closed_at < w.until"),
    /** Called off, before or after the payment. */
    CANCELLED("o.state in ('CANCELLED', 'REFUNDED') and o.closed_at >= w.since and o.closed_at < w.until"),
    /** Paid, and an hour after its beginning nobody had come for all of it. */
    MISSED("o.state = 'PAID' and o.starts_at >= w.since and o.starts_at < w.until"
            + " and o.starts_at < w.now - interval '1 hour'");

    private final String condition;

    Stage(String condition) {
        this.condition = condition;
    }

    /** Of an order {@code o}, with the span {@code w}. */
    String condition() {
        return condition;
    }
}
