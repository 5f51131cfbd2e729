package org.townloop.supply.merchant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;

/**
 * Somebody's claim that a listing is their place.
 *
 * @param words what the evidence says: the number of the licence, who answers the telephone
 * @param picture of the licence or the place, seen by operators only; or null
 * @param refusal why not, if an operator has refused it
 */
public record TakeOver(
        UUID id,
        PlaceId place,
        PersonId person,
        Evidence evidence,
        String words,
        @Nullable String picture,
        Instant askedAt,
        TakeOverState state,
        @Nullable String refusal) {

    /** What shows that a place is somebody's. */
    public enum Evidence {
        /** The number of the business licence. */
        LICENCE,
        /** A picture of the licence, or of oneself behind the counter. */
        PHOTO,
        /** A call to the number that stands on the listing. */
        TELEPHONE
    }
}
