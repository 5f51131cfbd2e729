package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Site;
import org.townloop.supply.merchant.DeliveryBook;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offer;

/** In which windows a place brings what it sells, where to, and for how much. */
@Component
public class DeliveryWindows {

    /**
     * A window for which it can be ordered now.
     *
     * @param left how many more orders it takes; 0 if it is full
     */
    public record Window(Instant start, Instant end, Instant closesAt, int left) {}

    private final FreeTimes freeTimes;
    private final DeliveryBook deliveries;
    private final Places places;
    private final Clock clock;

    DeliveryWindows(FreeTimes freeTimes, DeliveryBook deliveries, Places places, Clock clock) {
        this.freeTimes = freeTimes;
        this.deliveries = deliveries;
        this.places = places;
        this.clock = clock;
    }

    /** Those of the days ahead, in order, full ones too. */
    public List<Window> open(PlaceId place, Duration ahead) {
        var bits = freeTimes.of(List.of(place)).get(place);
        if (bits == null) {
            return List.of();
        }
        var now = clock.instant();
        var windows = bits.windows();
        return windows.open(now, now, now.plus(ahead)).stream()
                .map(opening -> new Window(opening.start(), opening.end(), opening.closesAt(), windows.left(opening)))
                .toList();
    }

    /** How many are left of an article on the day of that moment; null if the place does not count them. */
    public @Nullable Integer left(Offer offer, Instant start) {
        var bits = freeTimes.of(List.of(offer.place())).get(offer.place());
        var article = offer.article();
        var perDay = article == null ? null : article.perDay();
        if (bits == null || perDay == null) {
            return null;
        }
        var day = new OfferDay(
                offer.id(), LocalDate.ofInstant(start, bits.timeline().zone()));
        return Math.max(0, perDay - bits.windows().takenOnDays().getOrDefault(day, 0));
    }

    /**
     * What bringing goods of that worth there costs, by what the place says now; nothing if they are fetched.
     *
     * @param site null if they are fetched
     * @return refused if they are not brought there, not worth bringing, or cannot be fetched
     */
    public Outcome<Money> fee(PlaceId id, @Nullable Site site, Money goods) {
        var settings = deliveries.of(id);
        var nothing = Money.zero(goods.currency());
        if (site == null) {
            return settings.pickUp()
                    ? Outcome.done(nothing)
                    : Outcome.refused(Refusal.of(BookingReason.SITE_MISSING, "site"));
        }
        var metres = metres(id, site);
        var fee = settings.feeMinor(metres, goods.minor());
        if (fee.isEmpty()) {
            return Outcome.refused(Refusal.of(
                    BookingReason.SITE_TOO_FAR,
                    "site",
                    Map.of("distance", VisitRules.kilometresUp(metres), "max", settings.farthestMetres() / 1_000.0)));
        }
        var least = new Money(settings.leastMinor(), goods.currency());
        return goods.minor() < least.minor()
                ? Outcome.refused(Refusal.of(
                        BookingReason.GOODS_TOO_FEW, "items", Map.of("least", least, "missing", least.minus(goods))))
                : Outcome.done(new Money(fee.get(), goods.currency()));
    }

    private double metres(PlaceId id, Site site) {
        return Optional.ofNullable(places.get(id).point())
                .map(base -> base.metresTo(site.point()))
                .orElse(Double.MAX_VALUE);
    }
}
