package org.townloop.surface.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Site;
import org.townloop.base.region.Regions;
import org.townloop.loop.deal.Deals;
import org.townloop.supply.booking.DeliveryWindows;
import org.townloop.supply.merchant.DeliveryBook;
import org.townloop.supply.merchant.Merchants;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Landmarks;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PointPicker;
import org.townloop.surface.page.Times;
import org.townloop.surface.page.Typed;

/** Gathers what the shopping list of a place shows. */
@Component
class ShopViews {

    private static final Duration AHEAD = Duration.ofDays(7);

    private final Places places;
    private final Offers offers;
    private final Deals deals;
    private final Packs packs;
    private final Regions regions;
    private final Merchants merchants;
    private final DeliveryBook deliveries;
    private final DeliveryWindows windows;
    private final ListSums sums;
    private final Doors doors;
    private final Landmarks landmarks;

    ShopViews(
            Places places,
            Offers offers,
            Deals deals,
            Packs packs,
            Regions regions,
            Merchants merchants,
            DeliveryBook deliveries,
            DeliveryWindows windows,
            ListSums sums,
            Doors doors,
            Landmarks landmarks) {
        this.places = places;
        this.offers = offers;
        this.deals = deals;
        this.packs = packs;
        this.regions = regions;
        this.merchants = merchants;
        this.deliveries = deliveries;
        this.windows = windows;
        this.sums = sums;
        this.doors = doors;
        this.landmarks = landmarks;
    }

    static String href(PlaceId place) {
        return "/shops/" + place.value();
    }

    /** The list of its place with this in it; null if it is no article. */
    static @Nullable String put(Offer offer) {
        return offer.article() == null
                ? null
                : href(offer.place()) + "?put=" + offer.id().value();
    }

    /** Whether it is a place that sells by the window. */
    boolean isShop(PlaceId id) {
        var place = places.get(List.of(id)).get(id);
        return place != null && !place.isListing() && deliveries.isFor(place.trade());
    }

    /** What is wrong with how many of something the list says; null if nothing is. */
    @Nullable
    Refusal wrong(PlaceId place, ShoppingList list) {
        return ListFaults.first(offers.at(place), list).orElse(null);
    }

    boolean isFetched(PlaceId place, ShoppingList list) {
        var settings = deliveries.of(place);
        return list.isFetched(!settings.rings().isEmpty(), settings.pickUp());
    }

    ShopView of(Page page, PlaceId id, Form form) {
        var place = places.get(id);
        var settings = deliveries.of(id);
        var list = new ShoppingList(form.typed());
        var sold = deals.asSold(offers.at(id)).stream()
                .filter(offer -> offer.article() != null)
                .toList();
        var brings = !settings.rings().isEmpty();
        var fetched = list.isFetched(brings, settings.pickUp());
        var shown = sold.stream()
                .filter(offer -> isShown(page, offer, list) || ListFaults.of(offer, list) != null)
                .toList();
        return new ShopView(
                page,
                form,
                UUID.randomUUID().toString(),
                href(id),
                page.say(place.name()),
                new SearchAddress(Map.of("place", List.of(id.value().toString()))).toString(),
                !merchants.unverified(List.of(id)).isEmpty(),
                DeliveryWords.of(page, place, settings, sold),
                groups(page, shown, list, form.refusal()),
                sold.stream()
                        .filter(offer -> !shown.contains(offer)
                                && !list.typed(offer.id()).isEmpty())
                        .map(offer -> article(page, offer, list, form.refusal()))
                        .toList(),
                sums.of(page, id, sold, list, fetched),
                brings,
                settings.pickUp(),
                fetched,
                PointPicker.read(form.typed(), null, page.region().centre()),
                doors.remembered(page).stream().map(Site::address).toList(),
                landmarks.of(page, page.region().id()),
                days(page, place, list),
                policies(page, sold),
                page.actor() == null ? "/sign-in?next=" + href(id) : null);
    }

    private static boolean isShown(Page page, Offer offer, ShoppingList list) {
        return list.looked().isEmpty()
                || (page.say(offer.title()) + " " + page.say(offer.description()))
                        .toLowerCase(Locale.ROOT)
                        .contains(list.looked());
    }

    private List<String> policies(Page page, List<Offer> sold) {
        if (sold.isEmpty()) {
            return List.of();
        }
        var first = sold.getFirst();
        var mode = packs.get(first.pack(), first.packVersion()).mode(first.mode());
        return Policies.of(page, mode.cancellation(), mode.noShow());
    }

    /** By kind: vegetables, fruit, eggs … */
    private List<ShopView.Group> groups(Page page, List<Offer> shown, ShoppingList list, @Nullable Refusal refused) {
        var groups = new LinkedHashMap<String, List<ShopView.Article>>();
        if (shown.isEmpty()) {
            return List.of();
        }
        var pack = packs.current(shown.getFirst().pack());
        var kind = pack.kind();
        kind.ifPresent(of -> of.choices().forEach(choice -> groups.put(page.say(choice.label()), new ArrayList<>())));
        for (var offer : shown) {
            var name = kind.flatMap(
                            of -> of.choice(offer.attributes().path(of.key()).asString("")))
                    .map(choice -> page.say(choice.label()))
                    .orElse(page.text("portal.shop.others"));
            groups.computeIfAbsent(name, any -> new ArrayList<>()).add(article(page, offer, list, refused));
        }
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new ShopView.Group(group.getKey(), group.getValue()))
                .toList();
    }

    private static ShopView.Article article(Page page, Offer offer, ShoppingList list, @Nullable Refusal refused) {
        var article = offer.article();
        var wrong = ListFaults.of(offer, list, refused);
        return new ShopView.Article(
                offer.id().value().toString(),
                page.say(offer.title()),
                page.money(offer.price()),
                page.say(offer.description()),
                list.typed(offer.id()),
                article == null ? 0 : article.most(),
                wrong == null ? null : page.refusal(wrong));
    }

    private List<ShopView.Day> days(Page page, Place place, ShoppingList list) {
        var times = page.times().in(regions.get(place.region()).zone());
        var chosen = Typed.moment(Typed.text(list.typed(), "slotStart")).orElse(null);
        var byDay = windows.open(place.id(), AHEAD).stream()
                .collect(Collectors.groupingBy(window -> times.day(window.start()), TreeMap::new, Collectors.toList()));
        var days = new ArrayList<ShopView.Day>();
        byDay.forEach((day, open) -> days.add(new ShopView.Day(
                times.longDate(day),
                open.stream().map(window -> window(page, times, window, chosen)).toList())));
        return days;
    }

    private static ShopView.Window window(
            Page page, Times times, DeliveryWindows.Window window, @Nullable Instant chosen) {
        var full = window.left() == 0;
        return new ShopView.Window(
                times.time(window.start()) + "–" + times.time(window.end()),
                window.start().toString(),
                full
                        ? page.text("portal.shop.full")
                        : page.text("portal.shop.until", "when", times.moment(window.closesAt())),
                full,
                window.start().equals(chosen));
    }
}
