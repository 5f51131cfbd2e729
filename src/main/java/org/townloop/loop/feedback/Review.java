package org.townloop.loop.feedback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/**
 * What a resident said of one visit.
 *
 * @param rating 1 to 5
 * @param reply the merchant's answer, if there is one
 */
public record Review(
        UUID visit,
        OfferId offer,
        PlaceId place,
        PersonId resident,
        int rating,
        @Nullable String text,
        Instant createdAt,
        @Nullable Reply reply) {

    Review with(Reply answer) {
        return new Review(visit, offer, place, resident, rating, text, createdAt, answer);
    }

    /** What the merchant answered. */
    public record Reply(String text, PersonId by, Instant at) {}
}
