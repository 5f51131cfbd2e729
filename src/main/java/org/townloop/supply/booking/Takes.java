package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Ad;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.ByQuote;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Stored;
import org.townloop.supply.offer.Table;
import org.townloop.supply.offer.WalkIn;

/** Takes what requests want of days, of lots and of people's time, once the calendars of their places are locked. */
final class Takes {

    /** @param places where something is another than before */
    record Each(List<PlaceId> places, Holding holding) {}

    private final DayBookings days;
    private final LotBookings lots;
    private final TimeBookings times;
    private final Rosters rosters;
    private final Clock clock;

    Takes(DayBookings days, LotBookings lots, TimeBookings times, Rosters rosters, Clock clock) {
        this.days = days;
        this.lots = lots;
        this.times = times;
        this.rosters = rosters;
        this.clock = clock;
    }

    /** All or nothing: if one is refused, the caller rolls back, and nothing more is looked at. */
    Judged all(List<HoldRequest> requests, Function<HoldRequest, @Nullable Instant> expiry) {
        var now = clock.instant();
        var here = rosters.read(HoldSpan.places(requests), now);
        var taken = Judged.NOTHING;
        for (var kind : Kind.values()) {
            var wanted = of(kind, requests);
            if (!wanted.isEmpty() && taken.refused().isEmpty()) {
                taken = taken.and(
                        switch (kind) {
                            case DAYS -> days.takeAll(wanted, here, expiry, now);
                            case LOTS -> lots.takeAll(wanted, here, expiry, now);
                            case TIMES -> times.takeAll(wanted, here, expiry, now);
                        });
            }
        }
        return taken;
    }

    /**
     * Each as far as it goes. Who wants two kinds, a day and a piece of a deal, and gets one of them only, gives it back;
     * who was refused a day that is given back is to be asked about again.
     */
    Each each(List<HoldRequest> requests) {
        var now = clock.instant();
        var here = rosters.read(HoldSpan.places(requests), now);
        var taken = Judged.NOTHING;
        for (var kind : Kind.values()) {
            var wanted = new Refusals(taken.refused()).left(of(kind, requests));
            if (!wanted.isEmpty()) {
                taken = taken.and(
                        switch (kind) {
                            case DAYS -> days.take(wanted, here, HoldRequest::expiresAt, now);
                            case LOTS -> lots.take(wanted, here, HoldRequest::expiresAt, now);
                            case TIMES -> times.take(wanted, here, HoldRequest::expiresAt, now);
                        });
            }
        }
        var undone = undone(requests, taken);
        days.release(undone.stream().map(HoldRequest::order).toList());
        return new Each(taken.places(), Holding.of(requests, taken).without(tooEarly(requests, taken, undone)));
    }

    /** Those whose day was taken, and who were refused what else they want. */
    private static List<HoldRequest> undone(List<HoldRequest> requests, Judged taken) {
        return ofDays(requests).stream()
                .filter(request -> request.ration() != null)
                .filter(request -> taken.refused().get(request.order()) instanceof Refusal refusal
                        && !DayBookings.isOfDays(refusal))
                .toList();
    }

    /** Those who were refused a day of which something is free again. */
    private static Set<UUID> tooEarly(List<HoldRequest> requests, Judged taken, List<HoldRequest> undone) {
        var offers = undone.stream().map(request -> request.offer().id()).collect(Collectors.toSet());
        return requests.stream()
                .filter(request -> offers.contains(request.offer().id()))
                .map(HoldRequest::order)
                .filter(order -> taken.refused().get(order) instanceof Refusal refusal && DayBookings.isOfDays(refusal))
                .collect(Collectors.toSet());
    }

    static List<HoldRequest> ofDays(List<HoldRequest> requests) {
        return of(Kind.DAYS, requests);
    }

    /** What a request takes: units of days, of lots, or people and things for a time. */
    private enum Kind {
        DAYS,
        LOTS,
        TIMES
    }

    private static List<HoldRequest> of(Kind kind, List<HoldRequest> requests) {
        return requests.stream()
                .filter(request -> kinds(request).contains(kind))
                .toList();
    }

    /** Goods take a window, and units of the day if they are counted. */
    private static Set<Kind> kinds(HoldRequest request) {
        return switch (request.offer().arrangement()) {
            case WalkIn _ -> request.ration() == null ? Set.of(Kind.DAYS) : Set.of(Kind.DAYS, Kind.LOTS);
            case Session _, Stay _, Online _ -> Set.of(Kind.LOTS);
            case Article(var _, var perDay) -> perDay == null ? Set.of(Kind.LOTS) : Set.of(Kind.DAYS, Kind.LOTS);
            case Appointment _, Table _, HomeVisit _, ByQuote _, Ride _ -> Set.of(Kind.TIMES);
            case Ad _, Stored _ ->
                throw new IllegalStateException(
                        "not sold here: " + request.offer().id());
        };
    }
}
