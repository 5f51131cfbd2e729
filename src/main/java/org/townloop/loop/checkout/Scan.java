package org.townloop.loop.checkout;

/**
 * A token that a counter read.
 *
 * @param nonce the counter's own name for this scan: sent again, it gets the same answer
 */
public record Scan(String token, String nonce) {}
