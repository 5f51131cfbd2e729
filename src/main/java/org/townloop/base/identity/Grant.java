package org.townloop.base.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.RegionId;

/**
 * A role and where it holds.
 *
 * @param merchant whose, for a MERCHANT
 * @param place where, for a COUNTER
 */
public record Grant(
        Role role,
        RegionId region,
        @Nullable UUID merchant,
        @Nullable UUID place) {}
