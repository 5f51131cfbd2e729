package org.townloop.supply.booking;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.TestTown;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;

/**
 * Says when an offer is free by asking about each mark of each subject on its own: the hours by the clock on the wall,
 * the claims by SQL. Slow, and shares nothing with what it judges.
 */
class SlotOracle {

    private record Hours(UUID subject, int weekday, int opens, int closes) {}

    private record Day(
            LocalDate day,
            @Nullable Integer opens,
            @Nullable Integer closes) {}

    private record Taken(UUID subject, Timestamp starts, Timestamp ends) {}

    private static final Duration MARK = Duration.ofMinutes(5);

    private final Clock clock;

    SlotOracle(Clock clock) {
        this.clock = clock;
    }

    List<Slot> slots(Offer offer, Instant from, Instant to) {
        var zone = zoneOf(offer);
        var facts = new Facts(offer, zone);
        var slots = new ArrayList<Slot>();
        for (var start = from; start.isBefore(to); start = start.plus(MARK)) {
            var local = start.atZone(zone);
            if (!start.isAfter(clock.instant()) || local.getMinute() % 15 != 0) {
                continue;
            }
            var people = facts.freeOnes(facts.staff, start).size();
            var left = offer.resourceKind() == null
                    ? people
                    : Math.min(people, facts.freeOnes(facts.chairs, start).size());
            if (left > 0) {
                slots.add(new Slot(start, start.plus(offer.duration()), left, offer.price()));
            }
        }
        return slots;
    }

    /** Who and what could serve it then. */
    record Free(List<UUID> staff, List<UUID> chairs) {}

    /** Who could serve an offer at each time at which it could begin, at least one of them. */
    Map<Instant, Free> free(Offer offer, Instant from, Instant to) {
        var facts = new Facts(offer, zoneOf(offer));
        var free = new TreeMap<Instant, Free>();
        for (var slot : slots(offer, from, to)) {
            free.put(
                    slot.start(),
                    new Free(facts.freeOnes(facts.staff, slot.start()), facts.freeOnes(facts.chairs, slot.start())));
        }
        return free;
    }

    static ZoneId zoneOf(Offer offer) {
        return ZoneId.of(offer.region().equals(TestSalon.NEW_YORK) ? "America/New_York" : "Asia/Shanghai");
    }

    private static final class Facts {

        private final Offer offer;
        private final ZoneId zone;
        private final List<UUID> staff;
        private final List<UUID> chairs;
        private final List<Hours> placeHours;
        private final List<Hours> staffHours;
        private final List<Day> days;
        private final List<Taken> taken;

        Facts(Offer offer, ZoneId zone) {
            this.offer = offer;
            this.zone = zone;
            var place = offer.place().value();
            staff = offer.staff().stream().map(person -> person.value()).toList();
            chairs = rows(UUID.class, "select id from merchant.resource where place_id = ? and kind = 'chair'", place);
            placeHours = everyDay(rows(String.class, "select hours from merchant.place where id = ?", place)
                    .getFirst());
            staffHours = rows(Hours.class, """
                select staff_id as subject, weekday, extract(epoch from opens)::int / 60 as opens,
                    extract(epoch from closes)::int / 60 as closes
                from merchant.staff_hours where staff_id in (select id from merchant.staff where place_id = ?)
                """, place);
            days = rows(Day.class, """
                select day, extract(epoch from opens)::int / 60 as opens,
                    extract(epoch from closes)::int / 60 as closes
                from merchant.day_exception where place_id = ?
                """, place);
            taken = rows(Taken.class, """
                select subject_id as subject, lower(during) as starts, upper(during) as ends
                from booking.claim where place_id = ?
                """, place);
        }

        List<UUID> freeOnes(List<UUID> subjects, Instant start) {
            var begin = start.minus(offer.bufferBefore());
            var end = begin.plus(offer.occupied());
            return subjects.stream()
                    .filter(subject -> taken.stream()
                            .filter(claim -> claim.subject().equals(subject))
                            .noneMatch(claim -> claim.starts().toInstant().isBefore(end)
                                    && claim.ends().toInstant().isAfter(begin)))
                    .filter(subject -> isThere(subject, begin, end))
                    .toList();
        }

        private boolean isThere(UUID subject, Instant begin, Instant end) {
            var own = staffHours.stream()
                    .filter(row -> row.subject().equals(subject))
                    .toList();
            for (var mark = begin; mark.isBefore(end); mark = mark.plus(MARK)) {
                var local = mark.atZone(zone);
                if (!isOpen(local) || (!own.isEmpty() && own.stream().noneMatch(row -> includes(row, local)))) {
                    return false;
                }
            }
            return true;
        }

        private boolean isOpen(ZonedDateTime local) {
            var minute = local.getHour() * 60 + local.getMinute();
            for (var day : days) {
                if (day.day().equals(local.toLocalDate())) {
                    return day.opens() != null
                            && day.closes() != null
                            && day.opens() <= minute
                            && minute < day.closes();
                }
            }
            return placeHours.stream().anyMatch(row -> includes(row, local));
        }

        private static boolean includes(Hours row, ZonedDateTime local) {
            var minute = local.getHour() * 60 + local.getMinute();
            return row.weekday() == local.getDayOfWeek().getValue() && row.opens() <= minute && minute < row.closes();
        }

        /** The salons of tests are open at the same times every day, not over midnight: 09:00-12:00,13:00-18:00. */
        private static List<Hours> everyDay(String notation) {
            var hours = new ArrayList<Hours>();
            for (var span : notation.split(",")) {
                var ends = span.split("[-:]");
                for (int weekday = 1; weekday <= 7; weekday++) {
                    hours.add(new Hours(
                            new UUID(0, 0),
                            weekday,
                            Integer.parseInt(ends[0]) * 60 + Integer.parseInt(ends[1]),
                            Integer.parseInt(ends[2]) * 60 + Integer.parseInt(ends[3])));
                }
            }
            return hours;
        }

        private static <T> List<T> rows(Class<T> type, String sql, UUID place) {
            return TestTown.jdbc().sql(sql).param(place).query(type).list().stream()
                    .map(Objects::requireNonNull)
                    .toList();
        }
    }
}
