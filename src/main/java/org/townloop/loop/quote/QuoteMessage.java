package org.townloop.loop.quote;

import java.time.Instant;

/** What one of the two wrote to the other. */
public record QuoteMessage(int number, boolean byStaff, String words, Instant at) {}
