package org.townloop.surface.portal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Balances;
import org.townloop.loop.checkout.GuestOrders;
import org.townloop.loop.checkout.GuestOrders.Linked;
import org.townloop.loop.checkout.GuestPayments;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.IntentId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.Page;

/** Gathers what is shown behind a secret address, and to whom. */
@Component
class PayViews {

    private final GuestOrders guests;
    private final GuestPayments payments;
    private final Balances balances;
    private final CheckoutViews checkoutViews;
    private final Places places;
    private final Offers offers;
    private final Regions regions;
    private final Gateways gateways;
    private final Tickets tickets;

    PayViews(
            GuestOrders guests,
            GuestPayments payments,
            Balances balances,
            CheckoutViews checkoutViews,
            Places places,
            Offers offers,
            Regions regions,
            Gateways gateways,
            Tickets tickets) {
        this.guests = guests;
        this.payments = payments;
        this.balances = balances;
        this.checkoutViews = checkoutViews;
        this.places = places;
        this.offers = offers;
        this.regions = regions;
        this.gateways = gateways;
        this.tickets = tickets;
    }

    PayView of(Page page, String secret, Linked linked, @Nullable IntentId begunHere, @Nullable String refusal) {
        var order = linked.order();
        var place = places.get(order.place());
        var line = order.first();
        var offer = offers.get(line.offer(), line.offerVersion());
        var times = page.times().in(regions.get(order.id().region()).zone());
        var payable = checkoutViews.canBePaid(order);
        var balance = balances.of(order);
        var shows = payments.mayShowVoucher(linked, page.actor(), begunHere);
        return new PayView(
                page,
                refusal,
                UUID.randomUUID().toString(),
                "/pay/" + secret,
                payments.cameSecond(order, begunHere) ? "paid-twice" : state(order, payable, shows),
                page.say(line.title()),
                OrderViews.when(times, order),
                page.say(place.name()),
                page.say(place.address()),
                Courses.chosen(page, offer, line),
                page.money(order.due()),
                DepositWords.atPlace(page, times, order, balance),
                times.moment(order.holdExpiresAt()),
                Policies.of(page, times, order),
                payable ? gateways.names().stream().sorted().toList() : List.of(),
                shows ? tickets.of(page, times, order, offer) : List.of(),
                claim(linked, page.actor()),
                payments.cancelQuote(linked, page.actor(), begunHere)
                        .map(quote -> CancelView.of(page, order, quote, balance))
                        .orElse(null),
                payments.waiting(order)
                        .map(off -> OrderView.Waits.of(page, times, off))
                        .orElse(null),
                payments.isPaidBy(order, begunHere),
                payments.forPapers(linked, page.actor(), begunHere).isPresent());
    }

    private PayView.Claim claim(Linked linked, @Nullable Actor reader) {
        if (!guests.isClaimable(linked)) {
            return PayView.Claim.NONE;
        }
        if (reader == null) {
            return PayView.Claim.SIGN_IN;
        }
        return guests.mayBeOf(reader, linked) ? PayView.Claim.ASKED : PayView.Claim.NOT_THEIRS;
    }

    private static String state(Order order, boolean payable, boolean shows) {
        if (payable) {
            return "open";
        }
        return switch (order.state()) {
            case PAID -> shows ? "paid" : order.pays() == Pays.SHOP ? "taken" : "paid-elsewhere";
            case FULFILLED, SETTLED, DISPUTED -> "had";
            case HELD, EXPIRED -> "closed";
            case CANCELLED, REFUNDED -> "off";
        };
    }
}
