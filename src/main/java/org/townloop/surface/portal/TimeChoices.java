package org.townloop.surface.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.booking.DayWindows;
import org.townloop.supply.booking.Leg;
import org.townloop.supply.booking.Slot;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** The times and days of an offer, to choose one of them. */
@Component
class TimeChoices {

    /**
     * Which times do.
     *
     * @param least how many must be free at a time
     * @param starts those at which whoever asks can come
     * @param ordered whether it is ordered with what is typed around the times, and not moved
     */
    record Fitting(int least, Predicate<Instant> starts, boolean ordered) {

        /** Whenever so many are free. */
        static Fitting least(int least) {
            return new Fitting(least, start -> true, true);
        }

        /** For what is moved. */
        static Fitting moved(int least, Predicate<Instant> starts) {
            return new Fitting(least, starts, false);
        }
    }

    private final Availability availability;
    private final DayWindows windows;

    TimeChoices(Availability availability, DayWindows windows) {
        this.availability = availability;
        this.windows = windows;
    }

    /** Null if it is not booked at a time. */
    @Nullable
    FreeDays times(Page page, Times times, Offer offer, String href, Fitting fitting, Asked asked) {
        if (offer.isAd()
                || offer.byQuote() != null
                || offer.isOnline()
                || offer.isWalkIn()
                || offer.arrangement() instanceof Stay
                || offer.arrangement() instanceof HomeVisit
                || offer.arrangement() instanceof Ride) {
            return null;
        }
        var all = slots(offer, times, times.today(), FreeDays.CALENDAR, fitting.least(), asked.answers()).stream()
                .filter(slot -> fitting.starts().test(slot.start()))
                .toList();
        return times(page, times, href, asked, all, shown(offer, times, fitting));
    }

    private static FreeDays.Shown shown(Offer offer, Times times, Fitting fitting) {
        return offer.menu().orderedAhead() == null || !fitting.ordered()
                ? FreeDays.Shown.times(offer.arrangement() instanceof Session)
                : FreeDays.Shown.tables(
                        OfferViews.href(offer), start -> offer.menu().isTooLateForDishes(start, times.now()));
    }

    /** The windows within which somebody can be at that door, and take them along if that is asked for. */
    FreeDays windows(Page page, Times times, Offer offer, Duration window, String href, Leg leg, Asked asked) {
        var start = times.today().atStartOfDay(times.zone());
        var all = availability.slots(
                offer, start.toInstant(), start.plusDays(FreeDays.CALENDAR).toInstant(), leg);
        return times(page, times, href, asked, all, FreeDays.Shown.windows(window));
    }

    private static FreeDays times(
            Page page, Times times, String href, Asked asked, List<Slot> all, FreeDays.Shown shown) {
        var at = asked.at();
        var day = FreeDays.day(asked.day() == null && at != null ? times.day(at) : asked.day(), all, times);
        return FreeDays.of(page, times, href, all, day, at, shown);
    }

    /** Null if it is not had on a day. */
    @Nullable
    DayChoice days(Page page, Times times, Offer offer, String href, int least, Asked asked) {
        var walkIn = offer.walkIn();
        if (walkIn == null) {
            return null;
        }
        var at = asked.at();
        var day = asked.day() == null && at != null ? times.day(at) : asked.day();
        var first = day == null || day.isBefore(times.today().plusDays(DayChoice.STRIP)) ? times.today() : day;
        var blocked = windows.blockedDays(offer, first, first.plusDays(DayChoice.STRIP - 1L));
        return DayChoice.of(
                page,
                times,
                offer,
                walkIn,
                slots(offer, times, first, DayChoice.STRIP, least, Map.of()),
                blocked,
                first,
                href,
                asked);
    }

    /** The first of them, if there is any. */
    Optional<Instant> soonest(Offer offer, Times times) {
        return slots(offer, times, times.today(), FreeDays.CALENDAR, 1, Map.of()).stream()
                .map(Slot::start)
                .findFirst();
    }

    /** Without those for which nobody could order any more what must be ordered ahead, or what is asked for. */
    private List<Slot> slots(
            Offer offer, Times times, LocalDate first, int days, int least, Map<String, String> answers) {
        var start = first.atStartOfDay(times.zone());
        return availability.slots(offer, start.toInstant(), start.plusDays(days).toInstant()).stream()
                .filter(slot -> slot.left() >= least)
                .filter(slot ->
                        offer.menu().tooLate(answers, slot.start(), times.now()).isEmpty())
                .toList();
    }
}
