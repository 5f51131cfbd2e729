package org.townloop.supply.offer;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;

/** Whether a class can be held when its place says: as far as it is written, and beside the other classes of its people. */
record SessionRules(ZoneId zone, Instant now) {

    private static final int SEATS_MAX = 500;
    private static final int WEEKLY_MAX = 50;
    private static final int TIMES_MAX = 366;
    private static final int STEP_MINUTES = 5;
    static final int DAYS_AHEAD = 60;

    static @Nullable Refusal refusal(Session session) {
        if (session.seats() < 1 || session.seats() > SEATS_MAX) {
            return Refusal.of(OfferReason.SEATS_INVALID, "seats", Map.of("max", SEATS_MAX));
        }
        var quorum = session.quorum();
        if (quorum != null && (quorum.people() < Quorum.PEOPLE_MIN || quorum.people() > session.seats())) {
            return Refusal.of(
                    OfferReason.QUORUM_INVALID, "quorum", Map.of("min", Quorum.PEOPLE_MIN, "max", session.seats()));
        }
        if (quorum != null && (quorum.hours() < 1 || quorum.hours() > Quorum.HOURS_MAX)) {
            return Refusal.of(OfferReason.QUORUM_HOURS_INVALID, "quorumHours", Map.of("max", Quorum.HOURS_MAX));
        }
        if (session.weekly().isEmpty() && session.once().isEmpty()) {
            return Refusal.of(OfferReason.SESSIONS_MISSING, "weekly");
        }
        if (session.weekly().size() > WEEKLY_MAX) {
            return Refusal.of(OfferReason.SESSIONS_TOO_MANY, "weekly", Map.of("max", WEEKLY_MAX));
        }
        if (session.once().size() > TIMES_MAX || session.without().size() > TIMES_MAX) {
            var field = session.once().size() > TIMES_MAX ? "once" : "without";
            return Refusal.of(OfferReason.SESSIONS_TOO_MANY, field, Map.of("max", TIMES_MAX));
        }
        if (session.weekly().stream().anyMatch(Session.Weekly::isNever)) {
            return Refusal.of(OfferReason.SESSION_NEVER, "weekly");
        }
        var weekly = session.weekly().stream().map(Session.Weekly::at);
        if (!weekly.allMatch(SessionRules::isOnStep)) {
            return Refusal.of(OfferReason.SESSION_OFF_STEP, "weekly", Map.of("minutes", STEP_MINUTES));
        }
        return session.once().stream().allMatch(time -> isOnStep(time.toLocalTime()))
                ? null
                : Refusal.of(OfferReason.SESSION_OFF_STEP, "once", Map.of("minutes", STEP_MINUTES));
    }

    /**
     * Nobody gives two classes at once, in the {@value #DAYS_AHEAD} days that can be booked.
     *
     * @param others what else the place sells
     */
    @Nullable
    Refusal twice(NewOffer offer, Collection<Offer> others) {
        if (!offer.active() || offer.staff().isEmpty()) {
            return null;
        }
        var taken = new TreeMap<Instant, Held>();
        var theirs = others.stream()
                .filter(other -> !other.id().equals(offer.id()))
                .filter(other -> other.staff().stream().anyMatch(offer.staff()::contains))
                .flatMap(other -> held(
                        other.arrangement(),
                        other.occupied().toMinutes(),
                        other.bufferBefore().toMinutes(),
                        other.title()));
        var clash = Stream.concat(
                        theirs,
                        held(
                                offer.arrangement(),
                                minutes(offer),
                                offer.bufferBefore().toMinutes(),
                                offer.title()))
                .filter(held -> clashes(taken, held))
                .findFirst();
        return clash.map(held -> Refusal.of(
                        OfferReason.STAFF_TWICE,
                        "weekly",
                        Map.of(
                                "other",
                                title(taken, held),
                                "time",
                                held.start()
                                        .plus(held.before(), ChronoUnit.MINUTES)
                                        .atZone(zone)
                                        .toLocalDateTime()
                                        .toString()
                                        .replace('T', ' '))))
                .orElse(null);
    }

    private record Held(Instant start, Instant end, long before, Words title) {}

    private Stream<Held> held(Arrangement arrangement, long minutes, long before, Words title) {
        return arrangement instanceof Session session
                ? session.between(zone, now, now.plus(DAYS_AHEAD, ChronoUnit.DAYS)).stream()
                        .map(start -> start.minus(before, ChronoUnit.MINUTES))
                        .map(start -> new Held(start, start.plus(minutes, ChronoUnit.MINUTES), before, title))
                : Stream.empty();
    }

    /** Takes the time if it is free; others' classes that clash among themselves are not this one's fault. */
    private static boolean clashes(TreeMap<Instant, Held> taken, Held held) {
        var before = taken.floorEntry(held.start());
        var after = taken.higherEntry(held.start());
        if ((before != null && before.getValue().end().isAfter(held.start()))
                || (after != null && after.getKey().isBefore(held.end()))) {
            return true;
        }
        taken.put(held.start(), held);
        return false;
    }

    private static Words title(TreeMap<Instant, Held> taken, Held held) {
        var before = taken.floorEntry(held.start());
        return before != null && before.getValue().end().isAfter(held.start())
                ? before.getValue().title()
                : taken.higherEntry(held.start()).getValue().title();
    }

    private static long minutes(NewOffer offer) {
        return offer.bufferBefore()
                .plus(offer.duration())
                .plus(offer.bufferAfter())
                .toMinutes();
    }

    static boolean isOnStep(LocalTime time) {
        return time.getMinute() % STEP_MINUTES == 0 && time.getSecond() == 0 && time.getNano() == 0;
    }
}
