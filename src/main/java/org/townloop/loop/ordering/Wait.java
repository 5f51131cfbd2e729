package org.townloop.loop.ordering;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/**
 * Somebody waits until something that is full becomes free.
 *
 * @param from when it may begin at the earliest
 * @param to before which it begins
 * @param quantity how many people
 * @param order what is held for them, or was; null as long as they wait
 * @param looks how often it is looked for again soon
 */
public record Wait(
        UUID id,
        PersonId resident,
        PlaceId place,
        OfferId offer,
        Instant from,
        Instant to,
        int quantity,
        Instant joinedAt,
        WaitState state,
        @Nullable OrderId order,
        int looks) {}
