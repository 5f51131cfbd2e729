package org.townloop.supply.merchant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;

/**
 * A merchant that waits for an operator to look at it.
 *
 * @param openedBy who signed it up, or null
 * @param place its first place
 */
public record Waiting(
        Merchant merchant, Instant since, @Nullable PersonId openedBy, Place place) {}
