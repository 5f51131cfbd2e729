package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Calendars;
import org.townloop.base.region.HolidayCalendar;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.TimeSpan;

/**
 * When days of places are over, and whether they are closed on them: in memory beside the version of what the place is, as
 * {@link Rosters} are. The version is read each time; whoever asks of many reads them all at once.
 */
@Component
class KnownDays {

    private record Day(PlaceId place, LocalDate day) {}

    private record MadeOf(long version, ZoneId zone, HolidayCalendar calendar) {}

    private record Known<T>(MadeOf madeOf, T value) {}

    /** Those that nobody has asked for the longest make room. */
    private static final class Days<T> extends LinkedHashMap<Day, Known<T>> {

        private static final int MOST = 20_000;
        private static final long serialVersionUID = 1;

        Days() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Day, Known<T>> eldest) {
            return size() > MOST;
        }
    }

    private static final Duration LONGEST_NIGHT = Timeline.MARK.multipliedBy(OpenDays.LONGEST_NIGHT);
    private static final ScopedValue<Map<PlaceId, Long>> VERSIONS = ScopedValue.newInstance();

    private final Places places;
    private final OpeningHours hours;
    private final Regions regions;
    private final Calendars calendars;
    private final Map<Day, Known<Instant>> ends = Collections.synchronizedMap(new Days<>());
    private final Map<Day, Known<Boolean>> closed = Collections.synchronizedMap(new Days<>());

    KnownDays(Places places, OpeningHours hours, Regions regions, Calendars calendars) {
        this.places = places;
        this.hours = hours;
        this.regions = regions;
        this.calendars = calendars;
    }

    /** What is asked of these places in the course of the work is asked of what they are at this moment. */
    <T> T at(Collection<PlaceId> these, Supplier<T> work) {
        return ScopedValue.where(VERSIONS, places.rosterVersions(these)).call(work::get);
    }

    /** At midnight, or when the place closes in the night after it. */
    Instant end(PlaceId place, LocalDate day) {
        return known(ends, place, day, () -> readEnd(place, day));
    }

    /** Whether it is closed although it may be open on that weekday. */
    boolean isClosed(PlaceId place, LocalDate day) {
        return known(closed, place, day, () -> hours.closedDays(place, day, day).contains(day));
    }

    /** The version is read before the tables: what is newer than it is read once more than it need be. */
    private <T> T known(Map<Day, Known<T>> kept, PlaceId place, LocalDate date, Supplier<T> read) {
        var madeOf = madeOf(place);
        var day = new Day(place, date);
        var before = kept.get(day);
        if (madeOf != null && before != null && before.madeOf().equals(madeOf)) {
            return before.value();
        }
        var value = read.get();
        if (madeOf != null) {
            kept.put(day, new Known<>(madeOf, value));
        }
        return value;
    }

    private @Nullable MadeOf madeOf(PlaceId place) {
        var read = VERSIONS.isBound() ? VERSIONS.get() : Map.<PlaceId, Long>of();
        var version = read.containsKey(place)
                ? read.get(place)
                : places.rosterVersions(List.of(place)).get(place);
        return version == null
                ? null
                : new MadeOf(version, regions.get(place.region()).zone(), calendars.of(place.region()));
    }

    private Instant readEnd(PlaceId place, LocalDate day) {
        var midnight =
                day.plusDays(1).atStartOfDay(regions.get(place.region()).zone()).toInstant();
        var around = hours.spans(List.of(place), midnight.minusSeconds(1), midnight.plus(LONGEST_NIGHT))
                .getOrDefault(place.value(), List.of());
        return around.stream()
                .filter(span -> span.start().isBefore(midnight) && span.end().isAfter(midnight))
                .map(TimeSpan::end)
                .filter(end -> end.isBefore(midnight.plus(LONGEST_NIGHT)))
                .findFirst()
                .orElse(midnight);
    }
}
