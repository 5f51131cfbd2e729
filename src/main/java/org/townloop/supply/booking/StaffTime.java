package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    private final Absences absences;
    private final Clock clock;

    StaffTime(Places places, OpeningHours hours, Claims claims, Absences absences, Clock clock) {
        this.absences = absences;
        this.places = places;
        this.hours = hours;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * The staff's working time within the span that is neither held nor booked, and in which none of their other calendars
     * says that they are busy, added up over all of them.
     */
    public Duration free(PlaceId place, TimeSpan span) {
        var working = hours.spans(List.of(place), span.start(), span.end());
        var taken = new HashMap<UUID, List<TimeSpan>>();
        claims.taken(List.of(place), span, clock.instant())
                .forEach(claim -> taken.computeIfAbsent(claim.subject(), any -> new ArrayList<>())
                        .add(claim.during()));
        absences.of(List.of(place), span)
                .forEach((who, away) ->
                        taken.computeIfAbsent(who, any -> new ArrayList<>()).addAll(away));
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

    /** What is left of the span. What is taken twice, as by a booking that stands in another calendar too, is gone once. */
    static Duration free(TimeSpan span, List<TimeSpan> taken) {
        var left = span.length();
        var until = span.start();
        for (var each :
                taken.stream().sorted(Comparator.comparing(TimeSpan::start)).toList()) {
            var from = each.start().isAfter(until) ? each.start() : until;
            var to = each.end().isBefore(span.end()) ? each.end() : span.end();
            if (to.isAfter(from)) {
                left = left.minus(Duration.between(from, to));
                until = to;
            }
        }
        return left;
    }
}
