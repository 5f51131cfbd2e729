package org.townloop.supply.merchant;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.hours.Notation;

/**
 * When a place is open and its staff work. Hours may be changed over bookings, which then stay as they are: those that
 * lie outside are {@link #outside named}, so that the merchant can call them.
 */
@Component
public class Timetables {

    private static final int MOST_EXCEPTIONS = 400;

    private final PlaceChanges changes;
    private final WeekWrites writes;
    private final WeekRows rows;
    private final Engagements engagements;
    private final Regions regions;
    private final Atomically atomically;
    private final Clock clock;

    Timetables(
            PlaceChanges changes,
            WeekWrites writes,
            WeekRows rows,
            Engagements engagements,
            Regions regions,
            Atomically atomically,
            Clock clock) {
        this.changes = changes;
        this.writes = writes;
        this.rows = rows;
        this.engagements = engagements;
        this.regions = regions;
        this.atomically = atomically;
        this.clock = clock;
    }

    /**
     * Writes the usual week of a place, which is not closed on holidays.
     *
     * @param version the version of the hours when they were shown
     * @return refused with {@link MerchantReason}, the field being {@code hours.} and the day's number
     * @throws Absent if there is no such place, or the actor does not run it
     */
    public Outcome<PlaceId> setWeek(Actor actor, PlaceId place, int version, List<DayHours> week) {
        return setWeek(actor, place, version, week, false);
    }

    /** The same of a place that may be closed on public holidays. */
    public Outcome<PlaceId> setWeek(
            Actor actor, PlaceId place, int version, List<DayHours> week, boolean closedOnHolidays) {
        changes.mayChange(actor, place);
        var text = HoursRules.plain(week, closedOnHolidays).text();
        return written(place, WeekRules.refusal(week), () -> writes.hours(place, version, text));
    }

    /**
     * Writes the hours of a place in the notation of OpenStreetMap.
     *
     * @param version the version of the hours when they were shown
     * @return refused with {@link MerchantReason}, naming the part that cannot be taken
     * @throws Absent if there is no such place, or the actor does not run it
     */
    public Outcome<PlaceId> setHours(Actor actor, PlaceId place, int version, String typed) {
        changes.mayChange(actor, place);
        return switch (HoursRules.read(typed)) {
            case Outcome.Refused<Notation>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Notation>(var notation) ->
                written(place, Optional.empty(), () -> writes.hours(place, version, notation.text()));
        };
    }

    /** What the text would say, for somebody who has not saved it yet. */
    public Outcome<Notation> read(String typed) {
        return HoursRules.read(typed);
    }

    /**
     * Writes the usual week of a member of staff; without any hours they work whenever the place is open.
     *
     * @throws Absent if there is nobody like that at the place, or the actor does not run it
     */
    public Outcome<PlaceId> setWeek(Actor actor, PlaceId place, StaffId person, int version, List<DayHours> week) {
        changes.mayChange(actor, place);
        return written(place, WeekRules.refusal(week), () -> writes.week(place, person, version, week));
    }

    /** What the source of a place may mean by the hours it tells of; empty if nobody can guess. */
    public Optional<Notation> suggested(Place place) {
        return place.listedHours().flatMap(HoursRules::guessed);
    }

    /** Closes a day, or opens it at hours of its own; what was said of that day before is replaced. */
    public Outcome<PlaceId> setException(Actor actor, PlaceId place, DayException exception) {
        return setExceptions(actor, place, List.of(exception));
    }

    /** The same of several days at once, all of them or none. */
    public Outcome<PlaceId> setExceptions(Actor actor, PlaceId place, List<DayException> days) {
        changes.mayChange(actor, place);
        for (var day : days) {
            var refusal = refusal(place, day, days.size());
            if (refusal != null) {
                return Outcome.refused(refusal);
            }
        }
        return atomically.run(() -> {
            changes.lock(place);
            days.forEach(day -> writes.exception(place, day));
            return told(place);
        });
    }

    /** The day is as usual again; nothing happens if it is already. */
    public Outcome<PlaceId> removeException(Actor actor, PlaceId place, LocalDate day) {
        return removeExceptions(actor, place, List.of(day));
    }

    /** The same of several days at once. */
    public Outcome<PlaceId> removeExceptions(Actor actor, PlaceId place, List<LocalDate> days) {
        changes.mayChange(actor, place);
        return atomically.run(() -> {
            changes.lock(place);
            days.forEach(day -> writes.removeException(place, day));
            return told(place);
        });
    }

    /** The days from today on that differ. */
    public List<DayException> exceptions(PlaceId place) {
        return rows.exceptionsFrom(place, today(place));
    }

    /** The hours of each member of staff who has hours of their own. */
    public Map<StaffId, List<DayHours>> staffWeeks(PlaceId place) {
        return rows.staffWeeks(place);
    }

    /** What is booked ahead at times or on days when the place is closed, or the person does not work, by time. */
    public List<Engagements.Engagement> outside(PlaceId place) {
        return engagements.outside(place, clock.instant());
    }

    private Outcome<PlaceId> written(PlaceId place, Optional<Refusal> refusal, BooleanSupplier write) {
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : atomically.run(() -> {
                    changes.lock(place);
                    return write.getAsBoolean()
                            ? told(place)
                            : Outcome.refused(Refusal.of(MerchantReason.CHANGED_MEANWHILE));
                });
    }

    private @Nullable Refusal refusal(PlaceId place, DayException exception, int count) {
        if (exception.day().isBefore(today(place))) {
            return Refusal.of(MerchantReason.DAY_IS_PAST, "day");
        }
        if (exceptions(place).size() + count > MOST_EXCEPTIONS) {
            return Refusal.of(MerchantReason.TOO_MANY_EXCEPTIONS, "day", Map.of("max", MOST_EXCEPTIONS));
        }
        var opens = exception.opens();
        var closes = exception.closes();
        return opens == null || (closes != null && WeekRules.minute(opens) < WeekRules.end(closes))
                ? null
                : Refusal.of(
                        MerchantReason.CLOSES_BEFORE_OPENS,
                        "day",
                        Map.of("day", exception.day().getDayOfWeek()));
    }

    private Outcome<PlaceId> told(PlaceId place) {
        changes.tell(place);
        return Outcome.done(place);
    }

    private LocalDate today(PlaceId place) {
        return LocalDate.ofInstant(clock.instant(), regions.get(place.region()).zone());
    }
}
