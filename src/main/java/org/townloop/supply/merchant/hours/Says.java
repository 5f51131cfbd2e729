package org.townloop.supply.merchant.hours;

/** What a rule says of its times. */
enum Says {
    OPEN,
    CLOSED,
    /** Perhaps open, by arrangement: nothing that could be booked. */
    UNKNOWN
}
