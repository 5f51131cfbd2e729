package org.townloop.supply.booking;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.offer.Ad;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.ByQuote;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Stored;
import org.townloop.supply.offer.Table;
import org.townloop.supply.offer.WalkIn;

/**
 * When people could work at homes if there were no ways: the way that is claimed before a job becomes another one, and may
 * become shorter, once something is put in before it.
 */
class HomeBits {

    private final Roster roster;
    private final Map<UUID, long[]> free;

    HomeBits(Roster roster, List<Claimed> taken) {
        this.roster = roster;
        this.free = roster.staff().stream()
                .collect(Collectors.toMap(Subject::id, subject -> subject.open().clone()));
        for (var claim : taken) {
            var bits = free.get(claim.subject());
            if (bits != null) {
                var timeline = roster.timeline();
                Bits.clear(
                        bits,
                        timeline.floor(claim.during().start().plus(claim.way())),
                        timeline.ceil(claim.during().end()));
            }
        }
    }

    /**
     * The marks at which a window begins, while the place is open, within which a team could begin.
     *
     * @param equipped the marks at which there is what it needs besides
     */
    long[] windows(Offer offer, long[] equipped) {
        return switch (offer.arrangement()) {
            case HomeVisit visit ->
                windows(offer, visit.team(), Timeline.marks(offer.occupied()), visit.window(), equipped);
            case Ride ride -> windows(offer, 1, Math.max(1, Timeline.marks(offer.occupied())), ride.window(), equipped);
            case Appointment _, WalkIn _, Session _, Table _, Stay _, Article _, Ad _, ByQuote _, Online _, Stored _ ->
                throw new IllegalStateException("nobody goes out for " + offer.id());
        };
    }

    private long[] windows(Offer offer, int team, int lasting, Duration window, long[] equipped) {
        var able = roster.staffFor(offer).stream()
                .map(person -> Bits.runs(free.getOrDefault(person.id(), person.open()), lasting))
                .toList();
        var marks = roster.timeline().marks();
        var starts = Bits.later(Bits.atLeast(able, team, marks), Timeline.marks(offer.bufferBefore()));
        Bits.and(starts, equipped);
        var windows = starts.clone();
        for (int mark = (int) window.dividedBy(Timeline.MARK); mark > 0; mark--) {
            Bits.or(windows, Bits.earlier(starts, mark));
        }
        Bits.and(windows, roster.open());
        return windows;
    }
}
