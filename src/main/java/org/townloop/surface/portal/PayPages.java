package org.townloop.surface.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.checkout.GuestOrders;
import org.townloop.loop.checkout.GuestOrders.Opened;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Intent;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Workplaces;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.Page;

/** Gathers what is shown behind a secret address, and to whom. */
@Component
class PayPages {

    private static final String PAID_HERE = "townloop.paid.";

    private final GuestOrders guests;
    private final Checkouts checkouts;
    private final CheckoutPages canPay;
    private final Workplaces workplaces;
    private final Places places;
    private final Offers offers;
    private final Regions regions;
    private final Gateways gateways;
    private final Tickets tickets;

    PayPages(
            GuestOrders guests,
            Checkouts checkouts,
            CheckoutPages canPay,
            Workplaces workplaces,
            Places places,
            Offers offers,
            Regions regions,
            Gateways gateways,
            Tickets tickets) {
        this.guests = guests;
        this.checkouts = checkouts;
        this.canPay = canPay;
        this.workplaces = workplaces;
        this.places = places;
        this.offers = offers;
        this.regions = regions;
        this.gateways = gateways;
        this.tickets = tickets;
    }

    /** Notes in the browser's session which payment was begun in it. */
    static void remember(HttpServletRequest request, Intent intent) {
        request.getSession()
                .setAttribute(PAID_HERE + intent.order(), intent.id().value().toString());
    }

    PayView of(
            Page page,
            HttpServletRequest request,
            String secret,
            Opened opened,
            @Nullable Actor reader,
            @Nullable String refusal) {
        var order = opened.order();
        var place = places.get(order.place());
        var line = order.first();
        var offer = offers.get(line.offer(), line.offerVersion());
        var times = page.times().in(regions.get(order.id().region()).zone());
        var payable = canPay.canBePaid(order);
        var shows = order.state() == OrderState.PAID && mayShow(request, opened, reader);
        return new PayView(
                page,
                refusal,
                UUID.randomUUID().toString(),
                "/pay/" + secret,
                state(order, payable, shows),
                page.say(line.title()),
                OrderPages.when(times, order),
                page.say(place.name()),
                page.say(place.address()),
                Courses.chosen(page, offer, line),
                page.money(order.total()),
                times.moment(order.holdExpiresAt()),
                Policies.of(page, order),
                payable ? gateways.names().stream().sorted().toList() : List.of(),
                shows ? tickets.of(page, times, order, offer) : List.of(),
                claim(opened, reader));
    }

    /** Staff hand vouchers over to nobody: who could show one could redeem it without a guest. */
    private boolean mayShow(HttpServletRequest request, Opened opened, @Nullable Actor reader) {
        var order = opened.order();
        if (reader != null && worksThere(reader, order)) {
            return false;
        }
        return opened.forGuest() || wasPaidHere(request, order);
    }

    private boolean worksThere(Actor reader, Order order) {
        return workplaces.of(reader, Right.REDEEM).stream()
                .anyMatch(place -> place.id().equals(order.place()));
    }

    private boolean wasPaidHere(HttpServletRequest request, Order order) {
        var session = request.getSession(false);
        var begun = session == null
                ? null
                : session.getAttribute(PAID_HERE + order.id().value());
        return checkouts
                .payment(order)
                .filter(intent -> intent.id().value().toString().equals(begun))
                .isPresent();
    }

    private PayView.Claim claim(Opened opened, @Nullable Actor reader) {
        var state = opened.order().state();
        if (!opened.forGuest() || (state != OrderState.HELD && state != OrderState.PAID)) {
            return PayView.Claim.NONE;
        }
        if (reader == null) {
            return PayView.Claim.SIGN_IN;
        }
        return guests.mayBeOf(reader, opened) ? PayView.Claim.ASKED : PayView.Claim.NOT_THEIRS;
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
