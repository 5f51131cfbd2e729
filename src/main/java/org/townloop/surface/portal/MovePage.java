package org.townloop.surface.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.booking.Leg;
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
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Times;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** Moving an order to another time, or another day. */
@Controller
class MovePage {

    private final Checkouts checkouts;
    private final Offers offers;
    private final Regions regions;
    private final TimeChoices choices;
    private final StayChoices stays;

    MovePage(Checkouts checkouts, Offers offers, Regions regions, TimeChoices choices, StayChoices stays) {
        this.checkouts = checkouts;
        this.offers = offers;
        this.regions = regions;
        this.choices = choices;
        this.stays = stays;
    }

    @GetMapping("/orders/{id}/move")
    View show(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var order = checkouts.own(actor, new OrderId(id));
        var asked = new Asked(Typed.day(typed.getOrDefault("day", "")).orElse(null), null, 1, Map.of(), typed);
        return checkouts.isMovable(order)
                ? View.of("portal/move", view(page, order, asked, null))
                : View.seeOther(OrderViews.href(order));
    }

    /** @param key of the page; another time on the same page is another wish */
    @PostMapping("/orders/{id}/move")
    View move(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String slotStart,
            @RequestParam(defaultValue = "") String balance,
            @RequestParam(defaultValue = "") String key) {
        var order = checkouts.own(actor, new OrderId(id));
        var start = Typed.moment(slotStart).orElse(null);
        if (start == null) {
            return View.seeOther(OrderViews.href(order) + "/move");
        }
        return switch (checkouts.move(actor, order.id(), start, number(balance), key + "/" + slotStart + balance)) {
            case Outcome.Done<Order> _ -> View.seeOther(OrderViews.href(order));
            case Outcome.Refused<Order>(var refusal) ->
                View.of(
                        "portal/move",
                        view(page, order, asked(start), page.refusal(refusal)),
                        Problems.status(refusal.reason()));
        };
    }

    private static @Nullable Long number(String minor) {
        return minor.matches("[0-9]{1,15}") ? Long.valueOf(minor) : null;
    }

    private static Asked asked(Instant start) {
        return new Asked(null, start, 1, Map.of(), Map.of());
    }

    private @Nullable FreeDays free(Page page, Times times, Offer offer, String href, Order order, Asked asked) {
        var line = order.first();
        if (offer.isWalkIn()) {
            return null;
        }
        var site = line.site();
        var window = window(offer);
        return site != null && window != null
                ? choices.windows(page, times, offer, window, href, Leg.of(site), asked)
                : choices.times(
                        page,
                        times,
                        offer,
                        href,
                        TimeChoices.Fitting.moved(
                                offer.article() == null ? line.quantity() : 1, checkouts.starts(order)),
                        new Asked(asked.day(), asked.at(), asked.quantity(), line.answersByKey(), asked.typed()));
    }

    /** How long it is within which somebody is at the door; null if nobody comes. */
    private static @Nullable Duration window(Offer offer) {
        return switch (offer.arrangement()) {
            case HomeVisit visit -> visit.window();
            case Ride ride -> ride.window();
            case Appointment _, WalkIn _, Session _, Table _, Stay _, Ad _, ByQuote _, Online _, Stored _, Article _ ->
                null;
        };
    }

    private MoveView view(Page page, Order order, Asked asked, @Nullable String refusal) {
        var line = order.first();
        var times = page.times().in(regions.get(order.id().region()).zone());
        var offer = offers.get(line.offer(), line.offerVersion()).soldLike(offers.get(line.offer()));
        var href = OrderViews.href(order) + "/move";
        var stay = stays.of(page, times, offer, href, nights(times, line, asked));
        var start = stay == null || stay.quote() == null
                ? null
                : Typed.moment(stay.quote().start()).orElse(null);
        return new MoveView(
                page,
                refusal,
                UUID.randomUUID().toString(),
                OrderViews.href(order),
                page.say(line.title()),
                OrderViews.when(times, order),
                order.movableUntil().map(times::moment).orElse(""),
                free(page, times, offer, href, order, asked),
                choices.days(page, times, offer, href, line.quantity(), asked),
                stay,
                start == null ? null : balance(page, order, start));
    }

    /** Only nights cost otherwise at another time. */
    private MoveView.@Nullable Balance balance(Page page, Order order, Instant start) {
        return switch (checkouts.balanceAt(order, start)) {
            case Outcome.Refused<Money>(var refusal) -> new MoveView.Balance(page.refusal(refusal), null);
            case Outcome.Done<Money>(var balance) when balance.equals(order.balance()) -> null;
            case Outcome.Done<Money>(var balance) ->
                new MoveView.Balance(
                        page.text(
                                "portal.deposit.move",
                                "balance",
                                page.money(balance),
                                "before",
                                page.money(order.balance())),
                        balance.minor());
        };
    }

    /** As many nights in as many rooms as were booked, from the month of which they are. */
    private static StayAsked nights(Times times, Line line, Asked asked) {
        var from = line.startsAt();
        var to = line.endsAt();
        var nights = from == null || to == null ? 0 : (int) ChronoUnit.DAYS.between(times.day(from), times.day(to));
        var shown = StayAsked.read(asked, times).of(line.quantity()).fixed(nights);
        return from == null || shown.arrival() != null || asked.typed().containsKey("month")
                ? shown
                : shown.in(YearMonth.from(times.day(from)));
    }
}
