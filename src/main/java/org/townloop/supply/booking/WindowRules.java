package org.townloop.supply.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Site;
import org.townloop.supply.merchant.DeliverySettings.Opening;
import org.townloop.supply.offer.Article;

/**
 * Which windows goods can be had in. The lot of a window is its place and its beginning; an order takes one of it,
 * whatever its lines are: the first stands for all of them.
 */
record WindowRules(Roster roster, Instant now) {

    private static final String START = "slotStart";

    /** @param expiresAt when the claims expire; null for never */
    Outcome<List<LotClaim>> claims(HoldRequest request, Article article, @Nullable Instant expiresAt) {
        var opening = roster.delivery().at(roster.timeline().zone(), request.start());
        var refusal = refusal(request, article, opening.orElse(null));
        if (refusal != null || opening.isEmpty()) {
            return Outcome.refused(refusal == null ? Refusal.of(BookingReason.NO_SUCH_WINDOW, START) : refusal);
        }
        return Outcome.done(
                request.line() > 1
                        ? List.of()
                        : List.of(new LotClaim(
                                request.order(),
                                request.line(),
                                roster.place(),
                                lot(opening.get()),
                                1,
                                opening.get().orders(),
                                expiresAt)));
    }

    Lot lot(Opening opening) {
        return new Lot(roster.place().value(), opening.start());
    }

    /** Windows from today on, of days on which the place opens at all. */
    List<Opening> ahead() {
        var timeline = roster.timeline();
        var last = timeline.today().plusDays(Timeline.DAYS - 1L);
        return roster.delivery().between(timeline.zone(), timeline.today(), last).stream()
                .filter(this::isOnOpenDay)
                .toList();
    }

    private boolean isOnOpenDay(Opening opening) {
        return !roster.closed()
                .contains(LocalDate.ofInstant(opening.start(), roster.timeline().zone()));
    }

    private @Nullable Refusal refusal(HoldRequest request, Article article, @Nullable Opening opening) {
        var offer = request.offer();
        if (!offer.active()) {
            return Refusal.of(
                    BookingReason.ARTICLE_NOT_SOLD,
                    "offerId",
                    Map.of("article", offer.title(), HoldRequest.LINE, request.line()));
        }
        if (request.quantity() > article.most()) {
            return Refusal.of(
                    BookingReason.ARTICLE_TOO_MANY,
                    "quantity",
                    Map.of("article", offer.title(), "max", article.most(), HoldRequest.LINE, request.line()));
        }
        if (opening == null) {
            return Refusal.of(BookingReason.NO_SUCH_WINDOW, START);
        }
        if (!opening.isOpenAt(now)) {
            return Refusal.of(BookingReason.WINDOW_CLOSED, START);
        }
        if (!opening.end().isBefore(roster.timeline().span().end())) {
            return Refusal.of(BookingReason.START_TOO_FAR, START, Map.of("days", Timeline.DAYS));
        }
        return isOnOpenDay(opening) ? tooFar(request.wish().site()) : Refusal.of(BookingReason.NOT_OPEN, START);
    }

    /** Also why it cannot be fetched, if nobody said where to bring it. */
    @Nullable
    Refusal tooFar(@Nullable Site site) {
        var settings = roster.delivery();
        if (site == null) {
            return settings.pickUp() ? null : Refusal.of(BookingReason.SITE_MISSING, "site");
        }
        var base = roster.point();
        var metres = base == null ? Double.MAX_VALUE : base.metresTo(site.point());
        return settings.ring(metres).isPresent()
                ? null
                : Refusal.of(
                        BookingReason.SITE_TOO_FAR,
                        "site",
                        Map.of(
                                "distance",
                                VisitRules.kilometresUp(metres),
                                "max",
                                settings.farthestMetres() / 1_000.0));
    }
}
