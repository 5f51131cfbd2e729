package org.townloop.launch.demo;

/** What became of an order, with the state in which it is today. */
enum Fate {
    /** They came: redeemed, released. */
    VISITED("SETTLED"),
    /** Paid, and still to come. */
    AWAITED("PAID"),
    /** Paid, and did not come; the voucher is still good. */
    MISSED("PAID"),
    /** The hold ran out. */
    LAPSED("EXPIRED"),
    /** Called off before paying. */
    DROPPED("CANCELLED"),
    /** Called off in good time: all of it went back. */
    REFUNDED("REFUNDED"),
    /** Called off at the last moment: a part was kept. */
    REFUNDED_IN_PART("REFUNDED");

    final String state;

    Fate(String state) {
        this.state = state;
    }

    boolean isPaid() {
        return this != LAPSED && this != DROPPED;
    }

    boolean isRefunded() {
        return this == REFUNDED || this == REFUNDED_IN_PART;
    }

    /** Whether the time is taken. */
    boolean takesTime() {
        return this == VISITED || this == AWAITED || this == MISSED;
    }
}
