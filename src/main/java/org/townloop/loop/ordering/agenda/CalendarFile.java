package org.townloop.loop.ordering.agenda;

import java.time.Instant;

/**
 * A calendar as it is sent.
 *
 * @param text as RFC 5545 has it
 * @param changed when the newest of its bookings was booked, moved or called off
 */
public record CalendarFile(String text, Instant changed) {}
