package org.townloop.surface.portal;

import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.media.Albums;
import org.townloop.base.media.PictureId;
import org.townloop.base.media.PictureSize;
import org.townloop.base.region.Regions;
import org.townloop.loop.deal.Deals;
import org.townloop.loop.screening.Hit;
import org.townloop.supply.merchant.Merchants;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.merchant.listing.Sources;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.pack.BookingMode;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.Packs;
import org.townloop.supply.pack.Trade;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PatternDrawing;
import org.townloop.surface.page.Photo;
import org.townloop.surface.page.Times;

/** Makes cards of hits. */
@Component
class Cards {

    private static final int CLAIMS = 3;

    /** What the cards of a page show besides their hits. */
    private record Beside(Map<UUID, List<PictureId>> pictures, Set<PlaceId> fresh, Map<OfferId, Deals.Shown> deals) {}

    private final Packs packs;
    private final Regions regions;
    private final Albums albums;
    private final Merchants merchants;
    private final Deals deals;

    Cards(Packs packs, Regions regions, Albums albums, Merchants merchants, Deals deals) {
        this.packs = packs;
        this.regions = regions;
        this.albums = albums;
        this.merchants = merchants;
        this.deals = deals;
    }

    /** @param open the time asked for: if it is one day, the cards need not say which */
    List<Card> of(Page page, List<Hit> hits, @Nullable TimeSpan open) {
        var cards = new ArrayList<Card>();
        var beside = beside(hits);
        for (var hit : hits) {
            cards.add(card(page, hit, "c" + (cards.size() + 1), open, beside));
        }
        return cards;
    }

    /** Some questions for all hits, however many there are. */
    private Beside beside(List<Hit> hits) {
        var sold = hits.stream().filter(hit -> !hit.listing()).toList();
        var places = sold.stream().map(Hit::place).collect(Collectors.toSet());
        var subjects = new HashSet<UUID>();
        var offers = new HashSet<OfferId>();
        sold.forEach(hit -> {
            subjects.add(hit.place().value());
            Optional.ofNullable(hit.offer()).ifPresent(offer -> {
                subjects.add(offer.value());
                offers.add(offer);
            });
        });
        return new Beside(albums.of(subjects), merchants.unverified(places), deals.ahead(offers));
    }

    /** What is announced is said on its page. */
    private static @Nullable String deal(Page page, Hit hit, Beside beside) {
        var offer = hit.offer();
        var deal = offer == null ? null : beside.deals().get(offer);
        return deal == null || !deal.isOpen() ? null : page.text("portal.card.deal", "left", deal.left());
    }

    /** The offer's own picture, else one of the place, else a drawing. */
    private static Content picture(Hit hit, Trade trade, Beside beside) {
        var offer = hit.offer();
        var own = offer == null ? List.<PictureId>of() : beside.pictures().getOrDefault(offer.value(), List.of());
        var ofPlace = beside.pictures().getOrDefault(hit.place().value(), List.of());
        return Stream.concat(own.stream(), ofPlace.stream())
                .findFirst()
                .<Content>map(picture -> new Photo(picture, PictureSize.CARD, "", false))
                .orElseGet(() ->
                        new PatternDrawing(trade.pattern(), hit.placeName().in(Locale.ROOT)));
    }

    private Card card(Page page, Hit hit, String anchor, @Nullable TimeSpan open, Beside beside) {
        var offer = hit.offer();
        var trade = packs.trade(hit.trade());
        var price = hit.price();
        var duration = hit.duration();
        var distance = hit.distanceMetres();
        var times = page.times().in(regions.get(hit.region()).zone());
        var href = offer == null ? null : "/offers/" + offer.value();
        return new Card(
                anchor,
                href,
                picture(hit, trade, beside),
                page.say(hit.title()),
                page.say(trade.name()),
                page.say(hit.placeName()),
                hit.online() ? "" : page.say(hit.address()),
                distance == null || hit.online() ? null : page.formats().distance(distance),
                price == null
                        ? null
                        : isStay(hit)
                                ? page.text("portal.stay.from", "price", page.money(price))
                                : hit.isAd()
                                        ? Extents.asked(page, price)
                                        : hit.byQuote() ? Extents.from(page, price) : page.money(price),
                duration == null
                        ? null
                        : isStay(hit)
                                ? page.text("portal.stay.a-night")
                                : page.formats().duration(duration),
                hit.isAd(),
                hit.byQuote(),
                hit.online(),
                offer == null ? List.of() : claims(page, hit),
                Score.of(hit.reputation(), page),
                href == null
                        ? List.of()
                        : starts(
                                hit.nextSlots(),
                                times,
                                href,
                                start -> label(page, hit, times, start, day(open, times))),
                hit.listing() ? ListingFacts.of(page, hit.details()) : List.of(),
                hit.listing() ? source(page, hit) : null,
                beside.fresh().contains(hit.place()),
                deal(page, hit, beside));
    }

    private List<String> claims(Page page, Hit hit) {
        return Claim.plain(packs.current(new PackId(hit.trade())), hit.details(), page.locale(), CLAIMS);
    }

    private static String source(Page page, Hit hit) {
        return Sources.of(hit.source())
                .map(source -> page.say(source.attribution()))
                .orElse(hit.source());
    }

    private static List<Card.Start> starts(
            List<Instant> starts, Times times, String href, Function<Instant, String> label) {
        return starts.stream()
                .map(start -> new Card.Start(
                        label.apply(start),
                        times.machine(start),
                        href + "?at=" + URLEncoder.encode(start.toString(), StandardCharsets.UTF_8)))
                .toList();
    }

    private String label(Page page, Hit hit, Times times, Instant start, @Nullable LocalDate known) {
        var day = times.day(start);
        if (isStay(hit)) {
            return day.equals(times.today()) ? page.text("portal.stay.tonight") : soon(times, day);
        }
        if (isHadOnADay(hit) && start.equals(day.atStartOfDay(times.zone()).toInstant())) {
            return soon(times, day);
        }
        return day.equals(known) ? times.time(start) : soon(times, day) + " " + times.time(start);
    }

    /** Nights are counted, not timed. */
    private static boolean isStay(Hit hit) {
        return Duration.ZERO.equals(hit.duration());
    }

    /** Whether offers of its trade may be for a day, which begins at midnight and names no hour. */
    private boolean isHadOnADay(Hit hit) {
        return packs.current(new PackId(hit.trade())).modes().stream()
                .anyMatch(mode -> mode.booking() instanceof BookingMode.WalkIn);
    }

    private static String soon(Times times, LocalDate day) {
        return day.isBefore(times.today().plusDays(2))
                ? times.relative(day)
                : day.isBefore(times.today().plusDays(7)) ? times.weekday(day) : times.date(day);
    }

    private static @Nullable LocalDate day(@Nullable TimeSpan open, Times times) {
        if (open == null) {
            return null;
        }
        var first = times.day(open.start());
        return first.equals(times.day(open.end().minusSeconds(1))) ? first : null;
    }
}
