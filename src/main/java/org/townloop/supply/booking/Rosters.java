package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.base.region.Regions;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.merchant.DeliveryBook;
import org.townloop.supply.merchant.DeliverySettings;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.TimeSpan;

/** Reads rosters, those of many places at once. */
@Component
class Rosters {

    private final Places places;
    private final OpeningHours hours;
    private final Regions regions;
    private final DeliveryBook deliveries;
    private final Absences absences;

    Rosters(Places places, OpeningHours hours, Regions regions, DeliveryBook deliveries, Absences absences) {
        this.places = places;
        this.hours = hours;
        this.regions = regions;
        this.deliveries = deliveries;
        this.absences = absences;
    }

    /** @param now its local day is the first that can be booked */
    Map<PlaceId, Roster> read(Collection<PlaceId> ids, Instant now) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var timelines = ids.stream()
                .collect(Collectors.toMap(
                        id -> id, id -> Timeline.of(regions.get(id.region()).zone(), now), (one, same) -> one));
        var all = hull(timelines.values());
        var spans = hours.spans(ids, all.start(), all.end());
        var known = places.get(ids);
        var staff = places.staff(ids);
        var resources = places.resources(ids);
        var closed = ClosedDays.of(
                hours,
                timelines.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().today())));
        var delivery = deliveries.of(ids);
        var away = absences.of(ids, new TimeSpan(all.start(), all.start().plus(Duration.ofDays(Roster.YEAR + 2L))));
        var rosters = new HashMap<PlaceId, Roster>();
        timelines.forEach((id, timeline) -> {
            var open = open(timeline, spans, id.value());
            rosters.put(
                    id,
                    new Roster(
                            id,
                            pointOf(known.get(id)),
                            timeline,
                            open,
                            staff.getOrDefault(id, List.of()).stream()
                                    .map(one -> one.id().value())
                                    .map(one -> new Subject(
                                            one, null, without(away.get(one), open(timeline, spans, one), timeline)))
                                    .toList(),
                            resources.getOrDefault(id, List.of()).stream()
                                    .map(one -> new Subject(
                                            one.id().value(),
                                            one.kind(),
                                            one.units() > 1
                                                    ? open
                                                    : without(away.get(one.id().value()), open, timeline),
                                            one.seats(),
                                            one.zone(),
                                            one.units()))
                                    .toList(),
                            closed(closed, id),
                            delivery.getOrDefault(id, DeliverySettings.NONE),
                            away));
        });
        return rosters;
    }

    private static ClosedDays closed(Map<PlaceId, ClosedDays> closed, PlaceId id) {
        return Objects.requireNonNull(closed.get(id), "of the same places");
    }

    private static @Nullable Point pointOf(@Nullable Place place) {
        return place == null ? null : place.point();
    }

    /** A mark that is open only in part is not open. */
    private static long[] open(Timeline timeline, Map<UUID, List<TimeSpan>> spans, UUID id) {
        var open = Bits.none(timeline.marks());
        for (var span : spans.getOrDefault(id, List.of())) {
            Bits.set(open, timeline.ceil(span.start()), timeline.floor(span.end()));
        }
        return open;
    }

    /** A mark at which somebody is away in part is none at which they are there. */
    private static long[] without(@Nullable List<TimeSpan> away, long[] open, Timeline timeline) {
        if (away == null) {
            return open;
        }
        var there = open.clone();
        away.forEach(span -> Bits.clear(there, timeline.floor(span.start()), timeline.ceil(span.end())));
        return there;
    }

    static TimeSpan hull(Collection<Timeline> timelines) {
        var spans = timelines.stream().map(Timeline::span).toList();
        return new TimeSpan(
                spans.stream().map(TimeSpan::start).min(Instant::compareTo).orElseThrow(),
                spans.stream().map(TimeSpan::end).max(Instant::compareTo).orElseThrow());
    }
}
