package org.townloop.surface.page;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser in which somebody is signed in.
 *
 * @param browser its name and its system's, as it says itself: {@code Firefox · Android}
 * @param isThis whether it is the one that asks
 */
public record Device(UUID id, String browser, Instant since, Instant lastUsed, boolean isThis) {}
