package org.townloop.supply.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/** Where and when requests want something. */
final class HoldSpan {

    private HoldSpan() {}

    static Collection<PlaceId> places(List<HoldRequest> requests) {
        return requests.stream()
                .map(request -> request.offer().place())
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(PlaceId::value))));
    }

    /** From half a day before the first day of the requests to half a day after the last: so far back do ways begin. */
    static TimeSpan days(List<HoldRequest> requests, Map<PlaceId, Roster> here) {
        var spans = requests.stream()
                .flatMap(request -> Stream.of(
                        request.during(),
                        Choice.dayOf(
                                request.start(), Choice.rosterOf(here, request).timeline())))
                .toList();
        return new TimeSpan(
                spans.stream()
                        .map(TimeSpan::start)
                        .min(Instant::compareTo)
                        .orElseThrow()
                        .minus(Route.REST),
                spans.stream()
                        .map(TimeSpan::end)
                        .max(Instant::compareTo)
                        .orElseThrow()
                        .plus(Route.REST));
    }
}
