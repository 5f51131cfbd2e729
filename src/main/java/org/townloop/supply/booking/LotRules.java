package org.townloop.supply.booking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
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
import org.townloop.supply.pack.BookingMode;

/**
 * Which lots a request takes, or why it cannot be had like that, whatever is left.
 *
 * @param mode of the pack by which it is sold
 * @param closed what a house has taken out of sale, by night
 * @param gatherings what was promised of sessions that need people
 * @param stock of what is had online, how many there are in all; of what has no number, 0 if there is nothing to open
 */
record LotRules(
        Roster roster,
        BookingMode mode,
        Instant now,
        Map<Lot, Integer> closed,
        Map<Lot, Gathering> gatherings,
        int stock) {

    private static final String FIELD = "slotStart";

    /** @param expiresAt when the claims expire; null for never */
    Outcome<List<LotClaim>> claims(HoldRequest request, @Nullable Instant expiresAt) {
        var ration = request.ration();
        return ration == null
                ? own(request, expiresAt)
                : own(request, expiresAt)
                        .map(own -> Stream.concat(own.stream(), pieces(request, ration, expiresAt))
                                .toList());
    }

    private static Stream<LotClaim> pieces(HoldRequest request, Ration ration, @Nullable Instant expiresAt) {
        var all = Lot.ofDeal(ration.deal());
        var share = Lot.ofDeal(ration.deal(), ration.person());
        var units = request.quantity();
        var place = request.offer().place();
        var order = request.order();
        var line = request.line();
        return Stream.of(
                new LotClaim(order, line, place, all, units, ration.stock(), expiresAt, LotClaim.Of.DEAL),
                new LotClaim(order, line, place, share, units, ration.each(), expiresAt, LotClaim.Of.SHARE_OF_DEAL));
    }

    private Outcome<List<LotClaim>> own(HoldRequest request, @Nullable Instant expiresAt) {
        return switch (request.offer().arrangement()) {
            case Session session -> session(session, request, expiresAt);
            case Stay stay -> new StayRules(roster, mode, now, closed).claims(request, stay, expiresAt);
            case Article article -> new WindowRules(roster, now).claims(request, article, expiresAt);
            case Online online -> online(online, request, expiresAt);
            case WalkIn _ -> Outcome.done(List.of()); // its days are counted elsewhere
            case Appointment _, Table _, HomeVisit _, Ad _, Stored _, ByQuote _, Ride _ ->
                throw new IllegalStateException(
                        "takes no lot: " + request.offer().id());
        };
    }

    /** Of codes so many as there are; words and files are had by everybody, and once. */
    private Outcome<List<LotClaim>> online(Online online, HoldRequest request, @Nullable Instant expiresAt) {
        var offer = request.offer();
        if (!offer.active()) {
            return Outcome.refused(Refusal.of(BookingReason.OFFER_NOT_SOLD, "offerId"));
        }
        if (stock == 0) {
            return Outcome.refused(Refusal.of(
                    online.gives() == Online.Gives.CODE ? BookingReason.SOLD_OUT : BookingReason.NOTHING_TO_OPEN,
                    "offerId"));
        }
        if (online.gives() == Online.Gives.CODE) {
            var lot = Lot.ofCodes(offer.id().value());
            return Outcome.done(List.of(new LotClaim(
                    request.order(), request.line(), offer.place(), lot, request.quantity(), stock, expiresAt)));
        }
        return request.quantity() > 1
                ? Outcome.refused(Refusal.of(BookingReason.ONE_IS_ENOUGH, "quantity"))
                : Outcome.done(List.of());
    }

    private Outcome<List<LotClaim>> session(Session session, HoldRequest request, @Nullable Instant expiresAt) {
        var refusal = refusal(session, request);
        var offer = request.offer();
        return refusal != null
                ? Outcome.refused(refusal)
                : Outcome.done(List.of(new LotClaim(
                        request.order(),
                        request.line(),
                        offer.place(),
                        new Lot(offer.id().value(), request.start()),
                        request.quantity(),
                        session.seats(),
                        expiresAt)));
    }

    private @Nullable Refusal refusal(Session session, HoldRequest request) {
        if (!request.offer().active()) {
            return Refusal.of(BookingReason.OFFER_NOT_SOLD, "offerId");
        }
        if (!request.start().isAfter(now)) {
            return Refusal.of(BookingReason.START_PAST, FIELD);
        }
        var timeline = roster.timeline();
        var during = request.during();
        if (during.end().isAfter(timeline.span().end())) {
            return Refusal.of(BookingReason.START_TOO_FAR, FIELD, Map.of("days", Timeline.DAYS));
        }
        if (!session.isAt(timeline.zone(), request.start())) {
            return Refusal.of(BookingReason.NO_SUCH_SESSION, FIELD);
        }
        if (isClosed(request)) {
            return Refusal.of(BookingReason.SESSION_CLOSED, FIELD);
        }
        return timeline.covers(during)
                        && Bits.all(roster.open(), timeline.floor(during.start()), timeline.ceil(during.end()))
                ? null
                : Refusal.of(BookingReason.NOT_OPEN, FIELD);
    }

    /** What is to be decided, or was against it, is not sold any more. */
    private boolean isClosed(HoldRequest request) {
        var known = gatherings.get(new Lot(request.offer().id().value(), request.start()));
        var gathering = known == null ? Gathering.asOffered(request.offer(), request.start()) : known;
        return gathering != null && !gathering.isOpenAt(now);
    }
}
