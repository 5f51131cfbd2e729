package org.townloop.loop.visit;

/**
 * How many residents came again in time.
 *
 * @param residents those whose time to come again is over
 * @param again those of them who did
 */
public record Returned(int residents, int again) {}
