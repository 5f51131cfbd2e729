package org.townloop.surface.portal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Site;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.HoldOrder;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.Delivery;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Pays;
import org.townloop.supply.booking.SoldSessions;
import org.townloop.supply.booking.StayNight;
import org.townloop.supply.booking.Stays;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Ad;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.ByQuote;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Stored;
import org.townloop.supply.offer.Table;
import org.townloop.supply.offer.WalkIn;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PatternDrawing;
import org.townloop.surface.page.Times;

/** Gathers what the checkout shows. */
@Component
class CheckoutViews {

    private final Places places;
    private final Offers offers;
    private final Packs packs;
    private final Regions regions;
    private final WaysToPay ways;
    private final Stays stays;
    private final Deliveries goods;
    private final SoldSessions sessions;
    private final StageParts stageParts;
    private final CardOfferViews cards;
    private final CouponBoxes coupons;
    private final Clock clock;

    CheckoutViews(
            Places places,
            Offers offers,
            Packs packs,
            Regions regions,
            WaysToPay ways,
            Stays stays,
            Deliveries goods,
            SoldSessions sessions,
            StageParts stageParts,
            CardOfferViews cards,
            CouponBoxes coupons,
            Clock clock) {
        this.goods = goods;
        this.places = places;
        this.offers = offers;
        this.packs = packs;
        this.regions = regions;
        this.ways = ways;
        this.stays = stays;
        this.sessions = sessions;
        this.stageParts = stageParts;
        this.cards = cards;
        this.coupons = coupons;
        this.clock = clock;
    }

    boolean canBePaid(Order order) {
        return order.state() == OrderState.HELD && order.holdExpiresAt().isAfter(clock.instant());
    }

    CheckoutView of(Page page, Order order, CardChoice cards, @Nullable String refusal) {
        return of(page, order, cards, refusal, "");
    }

    /** @param coupon what was typed and not taken; empty for nothing */
    CheckoutView of(Page page, Order order, CardChoice cards, @Nullable String refusal, String coupon) {
        var line = order.first();
        var offer = offers.get(line.offer(), line.offerVersion());
        var place = places.get(order.place());
        var times = page.times().in(regions.get(order.id().region()).zone());
        var starts = line.startsAt();
        var ends = order.askedUntil();
        var nights = nights(offer, line);
        var part = offer.byQuote() == null ? null : stageParts.of(page, order);
        var left = Duration.between(clock.instant(), order.holdExpiresAt());
        return new CheckoutView(
                page,
                refusal,
                UUID.randomUUID().toString(),
                "/orders/" + order.id().value(),
                OfferViews.href(offer),
                new PatternDrawing(packs.get(offer.pack(), offer.packVersion()).pattern(), page.say(place.name())),
                page.say(order.title()),
                page.say(place.name()),
                part != null ? part.where() : line.site() == null ? page.say(place.address()) : at(page, line.site()),
                starts == null || ends == null ? "" : times.span(starts, ends),
                nights.isEmpty() ? extent(page, offer, order) : page.text("portal.stay.nights", "count", nights.size()),
                part,
                order.isByOpening(),
                page.text(kept(offer)),
                new CheckoutView.Until(
                        times.time(order.holdExpiresAt()),
                        times.machine(order.holdExpiresAt()),
                        Math.max(0, left.toSeconds())),
                rows(page, times, order, nights, goods.of(order.id())),
                page.money(order.due()),
                page.money(order.cost()),
                Sums.toPay(page, order.cost(), order.due(), false),
                SharesOf.rows(page, order),
                Courses.chosen(page, offer, line),
                policies(page, times, order, offer),
                ways.of(page, order),
                takesCoupons(order, offer)
                        ? coupons.of(
                                page, List.of(order), "/orders/" + order.id().value(), coupon)
                        : null,
                cards);
    }

    /** Where none can be used, none is asked for. */
    private static boolean takesCoupons(Order order, Offer offer) {
        return offer.byQuote() == null
                && order.pays() == Pays.ESCROW
                && order.terms().deposit() == null
                && !order.terms().isOnlyAtShop()
                && order.lines().stream().allMatch(line -> line.deal() == null);
    }

    /** First whether it takes place at all. */
    private List<String> policies(Page page, Times times, Order order, Offer offer) {
        var start = order.first().startsAt();
        var gathering = start == null || !(offer.arrangement() instanceof Session)
                ? null
                : GatheringWords.inFull(page, times, sessions.gathering(offer, start));
        if (offer.card() != null) {
            return cards.terms(page, offer.region());
        }
        var terms = offer.byQuote() == null ? Policies.of(page, times, order) : Policies.ofStage(page, order);
        return Stream.concat(Stream.ofNullable(gathering), terms.stream()).toList();
    }

    /** How many ride along is said before it is paid. */
    private static String extent(Page page, Offer offer, Order order) {
        var people = order.first().answersByKey().getOrDefault(HoldOrder.GUESTS, "");
        return offer.arrangement() instanceof Ride && people.matches("[0-9]{1,3}")
                ? page.text("portal.offer.people", "count", Integer.parseInt(people))
                : Extents.of(page, offer, order);
    }

    /** Until when nobody has the money, in the words of how it is had. */
    private static String kept(Offer offer) {
        return switch (offer.arrangement()) {
            case Article _ -> "portal.shop.escrow";
            case HomeVisit _ -> "portal.door.escrow";
            case Ride _ -> "portal.ride.escrow";
            case ByQuote _ -> "portal.quote.escrow";
            case Stored _ -> "portal.cards.kept";
            case Online _ -> "portal.online.escrow";
            case Ad _, Appointment _, WalkIn _, Session _, Stay _, Table _ -> "portal.checkout.escrow";
        };
    }

    private static String at(Page page, Site site) {
        return site.to() == null
                ? page.text("portal.checkout.at-yours", "address", site.address())
                : page.text(
                        "page.from-to", "from", site.address(), "to", site.to().address());
    }

    /** Nothing if it is no stay. */
    private List<StayNight> nights(Offer offer, Line line) {
        var starts = line.startsAt();
        var ends = line.endsAt();
        return offer.arrangement() instanceof Stay stay && starts != null && ends != null
                ? stays.sold(offer, stay, starts, ends)
                : List.of();
    }

    /** Every part once, so that they add up to the total: a stay's nights stand for their sum. */
    private static List<CheckoutView.Row> rows(
            Page page, Times times, Order order, List<StayNight> nights, Optional<Delivery> delivery) {
        var rows = new ArrayList<CheckoutView.Row>();
        for (var line : order.lines()) {
            for (var night : nights) {
                rows.add(new CheckoutView.Row(
                        label(page, times.date(night.date()), line.quantity(), night.price()),
                        page.money(night.price().times(line.quantity()))));
            }
            if (nights.isEmpty()) {
                rows.add(new CheckoutView.Row(
                        label(page, page.say(line.title()), line.quantity(), line.unit()),
                        page.money(line.gross().minus(line.extra()))));
            }
            if (line.extra().isPositive()) {
                rows.add(new CheckoutView.Row(page.text("portal.checkout.extra"), page.money(line.extra())));
            }
        }
        if (order.hasCoupon()) {
            rows.add(new CheckoutView.Row(
                    page.text(order.coupon().isPositive() ? "portal.coupon.row-platform" : "portal.coupon.row"),
                    page.money(order.couponOff().times(-1))));
        }
        delivery.filter(of -> order.first().site() != null)
                .ifPresent(of -> rows.add(new CheckoutView.Row(page.text("portal.shop.fee"), page.money(of.fee()))));
        return rows;
    }

    private static String label(Page page, String title, int quantity, Money price) {
        return quantity == 1
                ? title
                : page.text("portal.checkout.line", "title", title, "quantity", quantity, "price", page.money(price));
    }
}
