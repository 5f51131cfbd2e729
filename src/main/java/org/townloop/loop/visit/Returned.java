package org.townloop.loop.visit;

/**
 * How many guests came to the same place again in time. Who visits two places is a guest of each.
 *
 * @param guests those whose time to come again is over
 * @param again those of them who did
 */
public record Returned(int guests, int again) {}
