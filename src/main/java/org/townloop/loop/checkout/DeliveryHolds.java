package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Terms;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.booking.DayWindows;
import org.townloop.supply.booking.DeliveryWindows;
import org.townloop.supply.booking.HoldRequest;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.NoShowPolicy;
import org.townloop.supply.pack.Packs;
import tools.jackson.databind.json.JsonMapper;

/** The hold transaction of a basket of goods: one order of several lines, for one window and one door. */
@Component
class DeliveryHolds {

    static final int MOST_ARTICLES = 60;

    /** A line to be: what is wanted, of what. */
    private record Wanted(Offer offer, HoldOrder wish) {

        Money price() {
            return offer.price().times(wish.quantity());
        }
    }

    private final HoldLimits limits;
    private final Offers offers;
    private final Packs packs;
    private final Askings askings;
    private final DeliveryWindows windows;
    private final DayWindows spans;
    private final Bookings bookings;
    private final Deliveries deliveries;
    private final Custody custody;
    private final HeldOrders held;
    private final SaleTerms saleTerms;
    private final JsonMapper json;
    private final Clock clock;

    DeliveryHolds(
            HoldLimits limits,
            Offers offers,
            Packs packs,
            Askings askings,
            DeliveryWindows windows,
            DayWindows spans,
            Bookings bookings,
            Deliveries deliveries,
            Custody custody,
            HeldOrders held,
            SaleTerms saleTerms,
            JsonMapper json,
            Clock clock) {
        this.limits = limits;
        this.offers = offers;
        this.packs = packs;
        this.askings = askings;
        this.windows = windows;
        this.spans = spans;
        this.bookings = bookings;
        this.deliveries = deliveries;
        this.custody = custody;
        this.held = held;
        this.saleTerms = saleTerms;
        this.json = json;
        this.clock = clock;
    }

    /**
     * In the caller's transaction: articles of one place, for one window and one door. Of an article that is named twice
     * both are wanted.
     *
     * @param start of the window
     */
    Outcome<Order> hold(Buyer buyer, List<HoldOrder> wishes, Instant start) {
        var known = offers.get(wishes.stream().map(HoldOrder::offer).distinct().toList());
        if (wishes.isEmpty() || !wishes.stream().allMatch(wish -> isArticle(known.get(wish.offer())))) {
            return Outcome.refused(Refusal.of(CheckoutReason.OFFER_UNKNOWN, "offerId"));
        }
        if (!DeliveryGroups.isOne(wishes, known)) {
            return Outcome.refused(Refusal.of(CheckoutReason.NOT_TOGETHER, "items"));
        }
        var wanted = wanted(wishes, known);
        var refusal = refusal(buyer, wanted, start);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var first = wanted.getFirst();
        var goods = wanted.stream()
                .map(Wanted::price)
                .reduce(Money.zero(first.offer().price().currency()), Money::plus);
        return switch (windows.fee(first.offer().place(), first.wish().site(), goods)) {
            case Outcome.Refused<Money>(var why) -> Outcome.refused(why);
            case Outcome.Done<Money>(var fee) -> hold(draft(buyer, wanted, goods.plus(fee), start), wanted, fee, start);
        };
    }

    private static boolean isArticle(@Nullable Offer offer) {
        return offer != null && offer.article() != null;
    }

    private static List<Wanted> wanted(List<HoldOrder> wishes, Map<OfferId, Offer> known) {
        var byOffer = new LinkedHashMap<OfferId, HoldOrder>();
        wishes.forEach(wish -> byOffer.merge(wish.offer(), wish, HoldOrder::and));
        var wanted = new ArrayList<Wanted>();
        byOffer.forEach((id, wish) ->
                Optional.ofNullable(known.get(id)).ifPresent(offer -> wanted.add(new Wanted(offer, wish))));
        return wanted;
    }

    private Optional<Refusal> refusal(Buyer buyer, List<Wanted> wanted, Instant start) {
        if (wanted.size() > MOST_ARTICLES) {
            return Optional.of(Refusal.of(CheckoutReason.ARTICLES_TOO_MANY, "items", Map.of("max", MOST_ARTICLES)));
        }
        if (wanted.stream().anyMatch(each -> each.wish().quantity() > Article.MOST)) {
            return Optional.of(Refusal.of(CheckoutReason.QUANTITY_INVALID, "quantity", Map.of("max", Article.MOST)));
        }
        var tooMany = buyer.limited()
                ? limits.check(buyer.person(), Map.of(wanted.getFirst().offer().place(), 1))
                : Optional.<Refusal>empty();
        return tooMany.or(() -> wanted.stream()
                .flatMap(each -> unfit(buyer, each, start).stream())
                .findFirst());
    }

    private Optional<Refusal> unfit(Buyer buyer, Wanted each, Instant start) {
        var pack = packs.get(each.offer().pack(), each.offer().packVersion());
        var asking =
                askings.of(each.offer(), each.wish().wish(start), each.wish().answers());
        return buyer.limited() ? packs.refusal(pack, asking) : packs.failedCheck(pack, asking);
    }

    private Outcome<Order> hold(Order order, List<Wanted> wanted, Money fee, Instant start) {
        var requests = new ArrayList<HoldRequest>();
        for (var each : wanted) {
            requests.add(new HoldRequest(
                    order.id().value(),
                    requests.size() + 1,
                    each.offer(),
                    each.wish().wish(start),
                    order.holdExpiresAt(),
                    order.resident().value()));
        }
        if (bookings.hold(requests) instanceof Outcome.Refused(var refusal)) {
            return Outcome.refused(refusal);
        }
        var tooLong = custody.refusal(order, start, order.first().endsAt());
        if (tooLong.isPresent()) {
            return Outcome.refused(tooLong.get());
        }
        held.insert(order);
        deliveries.insert(order.id(), fee);
        return Outcome.done(held.settled(order));
    }

    private Order draft(Buyer buyer, List<Wanted> wanted, Money total, Instant start) {
        var now = clock.instant();
        var first = wanted.getFirst();
        var during = spans.of(first.offer(), first.wish().wish(start));
        var terms = terms(first, during);
        var noShow = terms.noShow();
        var lines = new ArrayList<Line>();
        for (var each : wanted) {
            lines.add(line(lines.size() + 1, each, during));
        }
        return new Order(
                new OrderId(Ids.next(first.offer().region(), now)),
                buyer.person(),
                first.offer().merchant(),
                first.offer().place(),
                OrderState.HELD,
                buyer.pays(),
                total,
                terms,
                buyer.keptUntil(start, now),
                start,
                noShow == null ? null : noShow.settledAt(start, during.end()),
                now,
                null,
                null,
                null,
                null,
                List.copyOf(lines));
    }

    private Line line(int number, Wanted each, TimeSpan during) {
        var offer = each.offer();
        return new Line(
                number,
                offer.id(),
                offer.version(),
                offer.title(),
                each.wish().quantity(),
                offer.price(),
                Money.zero(offer.price().currency()),
                during.start(),
                during.end(),
                json.valueToTree(each.wish().answers()),
                each.wish().site());
    }

    /** They wait at the resident's door once the window is over; whoever fetches it has until its end. */
    private Terms terms(Wanted first, TimeSpan during) {
        var terms = saleTerms.of(first.offer());
        var noShow = terms.noShow();
        if (noShow == null) {
            return terms;
        }
        var brought = first.wish().site() != null;
        return new Terms(
                terms.cancellation(),
                terms.shares(),
                new NoShowPolicy(
                        brought ? noShow.grace() : null,
                        noShow.keptPercent(),
                        noShow.settledAfter(),
                        brought ? Duration.between(during.start(), during.end()) : null));
    }
}
