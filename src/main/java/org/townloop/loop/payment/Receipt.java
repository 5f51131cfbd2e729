package org.townloop.loop.payment;

/** What a stored webhook came to. All of them are answered with 2xx: the gateway need not send it again. */
public enum Receipt {
    /** It changed an intent or a refund. */
    APPLIED,
    /** True, and nothing new. */
    IGNORED,
    /** The same event was stored before. */
    DUPLICATE,
    /** It contradicts what we know: stored, without effect, for an operator to look at. */
    QUARANTINED
}
