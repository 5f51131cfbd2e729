package org.townloop.supply.booking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.merchant.DeliveryBook;
import org.townloop.supply.merchant.DeliverySettings;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Resource;
import org.townloop.supply.merchant.Staff;
import org.townloop.supply.merchant.TimeSpan;

/** Reads rosters from the tables, those of many places at once, as if nobody were busy elsewhere. */
@Component
class RosterReader {

    private final Places places;
    private final OpeningHours hours;
    private final DeliveryBook deliveries;

    RosterReader(Places places, OpeningHours hours, DeliveryBook deliveries) {
        this.places = places;
        this.hours = hours;
        this.deliveries = deliveries;
    }

    /** @param timelines of one moment */
    Map<PlaceId, Roster> read(Map<PlaceId, Timeline> timelines) {
        if (timelines.isEmpty()) {
            return Map.of();
        }
        var ids = timelines.keySet();
        var all = Rosters.hull(timelines.values());
        var spans = hours.spans(ids, all.start(), all.end());
        var known = places.get(ids);
        var staff = places.staff(ids);
        var resources = places.resources(ids);
        var closed = ClosedDays.of(hours, timelines);
        var delivery = deliveries.of(ids);
        var rosters = new HashMap<PlaceId, Roster>();
        timelines.forEach((id, timeline) -> {
            var open = open(timeline, spans.getOrDefault(id.value(), List.of()));
            rosters.put(
                    id,
                    new Roster(
                            id,
                            pointOf(known.get(id)),
                            timeline,
                            open,
                            staff.getOrDefault(id, List.of()).stream()
                                    .map(one -> person(one, id, open, timeline, spans))
                                    .toList(),
                            resources.getOrDefault(id, List.of()).stream()
                                    .map(one -> thing(one, open))
                                    .toList(),
                            Objects.requireNonNull(closed.get(id), "of the same places"),
                            delivery.getOrDefault(id, DeliverySettings.NONE),
                            Map.of()));
        });
        return rosters;
    }

    /** Most work whenever the place is open: the same marks are kept once. */
    private static Subject person(
            Staff one, PlaceId place, long[] open, Timeline timeline, Map<UUID, List<TimeSpan>> spans) {
        var works = spans.getOrDefault(one.id().value(), List.of());
        var asThePlace = works.equals(spans.getOrDefault(place.value(), List.of()));
        return new Subject(one.id().value(), null, asThePlace ? open : open(timeline, works));
    }

    private static Subject thing(Resource one, long[] open) {
        return new Subject(one.id().value(), one.kind(), open, one.seats(), one.zone(), one.units());
    }

    private static @Nullable Point pointOf(@Nullable Place place) {
        return place == null ? null : place.point();
    }

    /** A mark that is open only in part is not open. */
    private static long[] open(Timeline timeline, List<TimeSpan> spans) {
        var open = Bits.none(timeline.marks());
        for (var span : spans) {
            Bits.set(open, timeline.ceil(span.start()), timeline.floor(span.end()));
        }
        return open;
    }
}
