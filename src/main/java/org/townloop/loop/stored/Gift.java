package org.townloop.loop.stored;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;

/**
 * A card that was bought for somebody else.
 *
 * @param hasLink whether a secret was made by which it can be claimed
 * @param claimedAt null as long as it is nobody's
 */
public record Gift(
        CardId card,
        PersonId buyer,
        boolean hasLink,
        @Nullable Instant claimedAt) {}
