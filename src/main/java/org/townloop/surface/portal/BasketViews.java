package org.townloop.surface.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.CheckoutReason;
import org.townloop.loop.checkout.Quotes;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.booking.Slot;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Table;
import org.townloop.supply.offer.WalkIn;
import org.townloop.surface.page.Deposits;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** Gathers what the page of the basket shows: what each thing costs now, and whether its time is still free. */
@Component
class BasketViews {

    private static final int NEAREST = 6;

    private final Offers offers;
    private final Places places;
    private final Regions regions;
    private final Quotes quotes;
    private final Availability availability;

    BasketViews(Offers offers, Places places, Regions regions, Quotes quotes, Availability availability) {
        this.offers = offers;
        this.places = places;
        this.regions = regions;
        this.quotes = quotes;
        this.availability = availability;
    }

    /** @param refused why it could not be booked, naming an item, or null */
    BasketView of(Page page, List<Pick> picks, @Nullable Refusal refused) {
        var known = offers.get(
                picks.stream().map(pick -> new OfferId(pick.offer())).distinct().toList());
        var items = new ArrayList<BasketView.Item>();
        var total = new ArrayList<Quotes.Quote>();
        for (int i = 0; i < picks.size(); i++) {
            var offer = known.get(new OfferId(picks.get(i).offer()));
            items.add(
                    offer == null
                            ? gone(page, i)
                            : item(page, i, picks.get(i), offer, total, named(refused, i) ? refused : null));
        }
        var sum = total.stream()
                .filter(quote ->
                        quote.price().currency().equals(total.getFirst().price().currency()))
                .reduce(Quotes.Quote::plus);
        return new BasketView(
                page,
                refused == null ? null : page.refusal(refused),
                UUID.randomUUID().toString(),
                items,
                sum.map(quote -> Sums.toPay(page, quote.price(), quote.now(), isAtSeveralPlaces(known)))
                        .orElse(null),
                !items.isEmpty() && items.stream().allMatch(item -> item.problem() == null));
    }

    private static boolean isAtSeveralPlaces(Map<OfferId, Offer> known) {
        return known.values().stream().map(Offer::place).distinct().count() > 1;
    }

    private static boolean named(@Nullable Refusal refused, int item) {
        return refused != null && refused.field() != null && refused.field().startsWith("items[" + item + "]");
    }

    private static BasketView.Item gone(Page page, int number) {
        return new BasketView.Item(number, "", "", "", "/search", null, page.text("portal.basket.no-offer"), List.of());
    }

    private BasketView.Item item(
            Page page, int number, Pick pick, Offer offer, List<Quotes.Quote> total, @Nullable Refusal refused) {
        var times = page.times().in(regions.get(offer.region()).zone());
        var price = quotes.of(pick.wish());
        var other = unlike(price, total);
        if (price instanceof Outcome.Done<Quotes.Quote>(var quote)) {
            total.add(quote);
        }
        var free = countsTimes(offer) ? freeThatDay(offer, times, pick) : null;
        var taken = free != null && free.stream().noneMatch(slot -> slot.start().equals(pick.start()));
        return new BasketView.Item(
                number,
                page.say(offer.title()),
                page.say(places.get(offer.place()).name()),
                when(page, times, offer, pick),
                OfferViews.href(offer) + "?day=" + times.day(pick.start()),
                price instanceof Outcome.Done<Quotes.Quote>(var quote) ? words(page, quote) : null,
                problem(page, price, taken, refused == null ? other : refused),
                free != null && (taken || refused != null) ? nearest(times, free, pick.start()) : List.of());
    }

    private static String words(Page page, Quotes.Quote quote) {
        return Deposits.amounts(page, quote.now(), quote.balance());
    }

    /** All of it is paid at once: what is paid in other money than what stands before it cannot be. */
    private static @Nullable Refusal unlike(Outcome<Quotes.Quote> price, List<Quotes.Quote> before) {
        return price instanceof Outcome.Done<Quotes.Quote>(var quote)
                        && !before.isEmpty()
                        && !quote.price()
                                .currency()
                                .equals(before.getFirst().price().currency())
                ? Refusal.of(CheckoutReason.BASKET_ONE_CURRENCY, "offerId")
                : null;
    }

    private static @Nullable String problem(
            Page page, Outcome<Quotes.Quote> price, boolean taken, @Nullable Refusal refused) {
        if (price instanceof Outcome.Refused<Quotes.Quote>(var refusal)) {
            return page.refusal(refusal);
        }
        return taken ? page.text("portal.basket.taken") : refused == null ? null : page.refusal(refused);
    }

    private static String when(Page page, Times times, Offer offer, Pick pick) {
        var end = pick.end();
        var said = offer.isOnline()
                ? ""
                : end != null
                        ? times.span(pick.start(), end)
                        : offer.isWalkIn() ? times.relative(times.day(pick.start())) : times.moment(pick.start());
        return Units.after(page, said, offer, pick.quantity());
    }

    /** What is had at a time or on a day that can be seen to be free, whoever asks and wherever they live. */
    private static boolean countsTimes(Offer offer) {
        return switch (offer.arrangement()) {
            case Appointment _, Session _, Table _, WalkIn _ -> true;
            default -> false;
        };
    }

    private List<Slot> freeThatDay(Offer offer, Times times, Pick pick) {
        var day = times.day(pick.start());
        var from = day.atStartOfDay(times.zone()).toInstant();
        var to = day.plusDays(1).atStartOfDay(times.zone()).toInstant();
        return availability.slots(offer, from, to).stream()
                .filter(slot -> slot.left() >= pick.quantity())
                .toList();
    }

    /** Those nearest to what was wanted, by the clock. */
    private static List<BasketView.Time> nearest(Times times, List<Slot> free, Instant wanted) {
        return free.stream()
                .map(Slot::start)
                .filter(start -> !start.equals(wanted))
                .sorted(Comparator.comparing(
                        start -> Duration.between(wanted, start).abs()))
                .limit(NEAREST)
                .sorted()
                .map(start -> new BasketView.Time(times.time(start), start.toString()))
                .toList();
    }
}
