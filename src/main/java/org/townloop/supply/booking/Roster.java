package org.townloop.supply.booking;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.ResourceId;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.Offer;

/**
 * Who and what there is at a place, and when they could be booked if nobody had booked them.
 *
 * @param point where the place is; null if nobody knows
 * @param open the marks in which the place is open
 * @param closed of the year ahead
 */
record Roster(
        PlaceId place,
        @Nullable Point point,
        Timeline timeline,
        long[] open,
        List<Subject> staff,
        List<Subject> resources,
        ClosedDays closed) {

    /** How far ahead nights can be had: whoever plans a holiday plans it early. */
    static final int YEAR = 365;

    /**
     * A member of staff or a resource.
     *
     * @param resourceKind null for staff
     * @param units how many of it there are
     * @param open the marks in which they work, or it can be used
     * @param seats how many people sit there, or 0
     * @param zone where it can be put together with others, or null
     */
    record Subject(
            UUID id,
            @Nullable String resourceKind,
            long[] open,
            int seats,
            @Nullable String zone,
            int units) {

        Subject(UUID id, @Nullable String resourceKind, long[] open) {
            this(id, resourceKind, open, 0, null, 1);
        }

        boolean isPerson() {
            return resourceKind == null;
        }
    }

    /** Who of those here does it. */
    List<Subject> staffFor(Offer offer) {
        return staff.stream()
                .filter(subject -> offer.staff().contains(new StaffId(subject.id())))
                .toList();
    }

    /** How many rooms of that type there are; 0 if there are none any more. */
    int rooms(ResourceId type) {
        return resources.stream()
                .filter(subject -> subject.id().equals(type.value()))
                .mapToInt(Subject::units)
                .findFirst()
                .orElse(0);
    }

    /** What of what is here it needs one of. */
    List<Subject> resourcesFor(Offer offer) {
        return resources.stream()
                .filter(subject ->
                        subject.resourceKind() != null && subject.resourceKind().equals(offer.resourceKind()))
                .toList();
    }
}
