package org.townloop.base.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key on one of the person's devices, as they see it.
 *
 * @param label what they call it
 * @param lastUsed null if they never signed in with it
 */
public record Passkey(
        UUID id, String label, Instant created, @Nullable Instant lastUsed) {}
