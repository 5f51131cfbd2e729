package org.townloop.supply.booking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.WalkIn;

/**
 * The days of a place as its guests know them: what is open past midnight belongs to the evening before.
 *
 * @param days from today on, apart and in order
 */
record OpenDays(Timeline timeline, List<OpenDay> days) {

    /**
     * A day of the calendar and the marks that belong to it.
     *
     * @param to after the last mark, which may lie behind midnight
     */
    record OpenDay(LocalDate date, int from, int to) {}

    /** What is still open so long after midnight is no late evening, but a place that never closes. */
    static final int LONGEST_NIGHT = 144;

    static OpenDays of(Roster roster) {
        var timeline = roster.timeline();
        var days = new ArrayList<OpenDay>();
        var from = 0;
        for (int day = 0; day < Timeline.DAYS; day++) {
            var date = timeline.today().plusDays(day);
            var midnight = timeline.startOf(date.plusDays(1));
            var to = midnight + night(roster, midnight);
            days.add(new OpenDay(date, from, to));
            from = to;
        }
        return new OpenDays(timeline, List.copyOf(days));
    }

    /** The day, if it can be booked at all. */
    Optional<OpenDay> on(LocalDate date) {
        return days.stream().filter(day -> day.date().equals(date)).findFirst();
    }

    /** Whether vouchers of the offer are taken on that day as far as the offer decides it, and it is sold today. */
    boolean isOffered(WalkIn walkIn, LocalDate date) {
        return walkIn.isSoldOn(timeline.today()) && !walkIn.blockedDays().contains(date);
    }

    /** The marks at which somebody can come for it so that the place is open as long as it usually takes. */
    static long[] comings(Roster roster, Offer offer) {
        return Bits.runs(roster.open(), Math.max(1, (int) offer.duration().dividedBy(Timeline.MARK)));
    }

    private static int night(Roster roster, int midnight) {
        if (midnight == 0 || midnight >= roster.timeline().marks() || !isOpen(roster, midnight - 1)) {
            return 0;
        }
        var night = 0;
        while (night < LONGEST_NIGHT
                && midnight + night < roster.timeline().marks()
                && isOpen(roster, midnight + night)) {
            night++;
        }
        return night == LONGEST_NIGHT ? 0 : night;
    }

    private static boolean isOpen(Roster roster, int mark) {
        return Bits.all(roster.open(), mark, mark + 1);
    }
}
