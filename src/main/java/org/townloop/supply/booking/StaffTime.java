package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Staff;
import org.townloop.supply.merchant.TimeSpan;

/** The working time of a place's staff: how much there is, and how much of it nobody has taken. */
@Component
public class StaffTime {

    private final Places places;
    private final OpeningHours hours;
    private final Claims claims;
    private final Clock clock;

    StaffTime(Places places, OpeningHours hours, Claims claims, Clock clock) {
        this.places = places;
        this.hours = hours;
        this.claims = claims;
        this.clock = clock;
    }

    /** The staff's working time within the span that is neither held nor booked, added up over all of them. */
    public Duration free(PlaceId place, TimeSpan span) {
        var working = hours.spans(List.of(place), span.start(), span.end());
        var taken = claims.taken(List.of(place), span, clock.instant()).stream()
                .collect(Collectors.groupingBy(
                        Claimed::subject, Collectors.mapping(Claimed::during, Collectors.toList())));
        return places.staff(place).stream()
                .map(Staff::id)
                .map(id -> free(id.value(), working, taken))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration free(UUID person, Map<UUID, List<TimeSpan>> working, Map<UUID, List<TimeSpan>> taken) {
        return working.getOrDefault(person, List.of()).stream()
                .map(span -> free(span, taken.getOrDefault(person, List.of())))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What is left of the span; what was taken lies apart, because nobody is in two places at once. */
    static Duration free(TimeSpan span, List<TimeSpan> taken) {
        return taken.stream()
                .filter(span::overlaps)
                .map(other -> Duration.between(
                        other.start().isAfter(span.start()) ? other.start() : span.start(),
                        other.end().isBefore(span.end()) ? other.end() : span.end()))
                .reduce(span.length(), Duration::minus);
    }
}
