package org.townloop.supply.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.supply.merchant.DeliverySettings;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.ResourceId;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Offer;

/**
 * Who and what there is at a place, and when they could be booked if nobody had booked them.
 *
 * @param point where the place is; null if nobody knows
 * @param open the marks in which the place is open
 * @param closed of the year ahead
 * @param delivery how it brings what it sells
 * @param away when those are busy elsewhere of whom a calendar is read, in the year ahead
 */
record Roster(
        PlaceId place,
        @Nullable Point point,
        Timeline timeline,
        long[] open,
        List<Subject> staff,
        List<Subject> resources,
        ClosedDays closed,
        DeliverySettings delivery,
        Map<UUID, List<TimeSpan>> away) {

    /** How far ahead nights can be had: whoever plans a holiday plans it early. */
    static final int YEAR = 365;

    private static final int EVENING = 18;

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

        /** A mark at which somebody is away in part is none at which they are there. */
        private Subject without(Map<UUID, List<TimeSpan>> busy, Timeline timeline) {
            var away = busy.get(id);
            if (away == null) {
                return this;
            }
            var there = open.clone();
            away.forEach(span -> Bits.clear(there, timeline.floor(span.start()), timeline.ceil(span.end())));
            return new Subject(id, resourceKind, there, seats, zone, units);
        }
    }

    /** The same, of which nothing is read later. */
    Roster withClosedKnown() {
        return new Roster(place, point, timeline, open, staff, resources, closed.known(), delivery, away);
    }

    /** The same without those who are busy elsewhere, when they are; of what there are several, one is always here. */
    Roster without(Map<UUID, List<TimeSpan>> busy) {
        return busy.isEmpty()
                ? this
                : new Roster(
                        place,
                        point,
                        timeline,
                        open,
                        staff.stream().map(one -> one.without(busy, timeline)).toList(),
                        resources.stream()
                                .map(one -> one.units() > 1 ? one : one.without(busy, timeline))
                                .toList(),
                        closed,
                        delivery,
                        busy);
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

    /**
     * How many rooms of that type can be slept in that night: those that there are, but not one that another calendar has
     * taken. The evening counts, from six to midnight: guests may leave on the day, and others come on it.
     */
    int rooms(ResourceId type, LocalDate night) {
        return rooms(type) == 1 && isAway(type.value(), night) ? 0 : rooms(type);
    }

    private boolean isAway(UUID subject, LocalDate night) {
        var times = away.get(subject);
        if (times == null) {
            return false;
        }
        var evening = new TimeSpan(
                night.atTime(EVENING, 0).atZone(timeline.zone()).toInstant(),
                night.plusDays(1).atStartOfDay(timeline.zone()).toInstant());
        return times.stream().anyMatch(evening::overlaps);
    }

    /** What of what is here it needs one of. */
    List<Subject> resourcesFor(Offer offer) {
        return resources.stream()
                .filter(subject ->
                        subject.resourceKind() != null && subject.resourceKind().equals(offer.resourceKind()))
                .toList();
    }
}
