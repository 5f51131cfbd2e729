package org.townloop.loop.ordering.agenda;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.PlaceId;

/**
 * A secret address at which a calendar is read.
 *
 * @param owner whose bookings it shows: of a person, a place, a member of staff, a resource
 * @param place null for a resident's own
 * @param language in which it is written
 */
public record CalendarLink(Kind kind, UUID owner, @Nullable PlaceId place, Locale language, Instant madeAt) {

    /** Whose bookings. */
    public enum Kind {
        RESIDENT,
        PLACE,
        STAFF,
        RESOURCE
    }
}
