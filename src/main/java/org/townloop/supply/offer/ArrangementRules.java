package org.townloop.supply.offer;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.ResourceId;
import org.townloop.supply.pack.BookingMode;

/**
 * Whether an offer is had as a mode of its pack has it.
 *
 * @param thingsThere what there is at the place
 * @param today by the place's clock
 * @param before how it was had so far, or null: a sale that is over may stay so
 */
record ArrangementRules(
        BookingMode mode,
        Set<ResourceId> thingsThere,
        LocalDate today,
        @Nullable Arrangement before) {

    private static final int CAPACITY_MAX = 10_000;
    private static final int BLOCKED_MAX = 366;
    private static final int PARTY_MAX = 20;
    private static final int LONGER_MAX = 240;
    private static final int STEP = 5;
    private static final int SLEEPS_MAX = 50;
    private static final int SEASONS_MAX = 60;
    private static final int FIVE_MINUTES = 300;

    /** In minor units: a year of such nights in twenty rooms can still be added up. */
    static final long PRICE_MAX = 100_000_000_000L;

    private static final int TEAM_MAX = 10;
    static final int WITHIN_MIN = 100;
    static final int WITHIN_MAX = 100_000;

    @Nullable
    Refusal refusal(Arrangement arrangement) {
        if (!arrangement.isOf(mode)) {
            return Refusal.of(OfferReason.MODE_OF_OTHER_TRADE, "mode");
        }
        return switch (arrangement) {
            case WalkIn walkIn -> refusal(walkIn);
            case Session session -> SessionRules.refusal(session);
            case Table table -> refusal(table);
            case Stay stay -> refusal(stay);
            case HomeVisit visit -> refusal(visit);
            case Ride ride -> new RideRules(mode).refusal(ride);
            case Article article -> refusal(article);
            case Ad ad -> refusal(ad);
            case ByQuote quote -> refusal(quote);
            case Appointment _, Online _, Stored _ -> null;
        };
    }

    private @Nullable Refusal refusal(WalkIn walkIn) {
        if (walkIn.dailyCapacity() < 1 || walkIn.dailyCapacity() > CAPACITY_MAX) {
            return Refusal.of(OfferReason.CAPACITY_INVALID, "dailyCapacity", Map.of("max", CAPACITY_MAX));
        }
        var mostDays = mode instanceof BookingMode.WalkIn(var days) ? days : 1;
        if (walkIn.windowDays() < 1 || walkIn.windowDays() > mostDays) {
            return Refusal.of(OfferReason.WINDOW_INVALID, "windowDays", Map.of("max", mostDays));
        }
        var last = walkIn.lastSaleDay();
        if (last != null && last.isBefore(today) && !wasOver(last)) {
            return Refusal.of(OfferReason.LAST_SALE_DAY_PAST, "lastSaleDay");
        }
        return walkIn.blockedDays().size() > BLOCKED_MAX
                ? Refusal.of(OfferReason.BLOCKED_TOO_MANY, "blockedDays", Map.of("max", BLOCKED_MAX))
                : null;
    }

    private static @Nullable Refusal refusal(Table table) {
        if (table.fewest() < 1 || table.most() < table.fewest() || table.most() > PARTY_MAX) {
            return Refusal.of(OfferReason.PARTY_INVALID, "most", Map.of("max", PARTY_MAX));
        }
        var longer = table.longerMinutes();
        return table.largeFrom() < 1 || longer < 0 || longer > LONGER_MAX || longer % STEP != 0
                ? Refusal.of(OfferReason.LARGE_PARTY_INVALID, "largeFrom", Map.of("max", LONGER_MAX))
                : null;
    }

    private @Nullable Refusal refusal(Stay stay) {
        if (!thingsThere.contains(stay.rooms())) {
            return Refusal.of(OfferReason.ROOMS_NOT_HERE, "rooms");
        }
        if (stay.sleeps() < 1 || stay.sleeps() > SLEEPS_MAX) {
            return Refusal.of(OfferReason.SLEEPS_INVALID, "sleeps", Map.of("max", SLEEPS_MAX));
        }
        var most = mode instanceof BookingMode.Stay of ? of.mostNights() : 1;
        if (stay.fewestNights() < 1 || stay.mostNights() < stay.fewestNights() || stay.mostNights() > most) {
            return Refusal.of(OfferReason.NIGHTS_INVALID, "nights", Map.of("max", most));
        }
        if (stay.checkOut().isAfter(stay.checkIn()) || !isWhole(stay.checkIn()) || !isWhole(stay.checkOut())) {
            return Refusal.of(OfferReason.HOURS_OF_STAY_INVALID, "checkIn");
        }
        return stay.prices().size() > SEASONS_MAX
                        || stay.prices().stream()
                                .anyMatch(price -> price.minor() < 0
                                        || price.minor() > PRICE_MAX
                                        || price.to().isBefore(price.from()))
                ? Refusal.of(OfferReason.SEASONS_INVALID, "seasons", Map.of("max", SEASONS_MAX, "most", PRICE_MAX))
                : null;
    }

    private static boolean isWhole(LocalTime time) {
        return time.toSecondOfDay() % FIVE_MINUTES == 0 && time.getNano() == 0;
    }

    private @Nullable Refusal refusal(HomeVisit visit) {
        if (visit.team() < 1 || visit.team() > TEAM_MAX) {
            return Refusal.of(OfferReason.TEAM_INVALID, "team", Map.of("max", TEAM_MAX));
        }
        if (visit.withinMetres() < WITHIN_MIN || visit.withinMetres() > WITHIN_MAX) {
            return Refusal.of(
                    OfferReason.RADIUS_INVALID,
                    "within",
                    Map.of("min", WITHIN_MIN / 1_000.0, "max", WITHIN_MAX / 1_000));
        }
        return mode instanceof BookingMode.HomeVisit(var _, var window)
                        && visit.window().equals(window)
                ? null
                : Refusal.of(OfferReason.MODE_OF_OTHER_TRADE, "mode");
    }

    private static @Nullable Refusal refusal(Article article) {
        if (article.most() < 1 || article.most() > Article.MOST) {
            return Refusal.of(OfferReason.MOST_OF_ARTICLE_INVALID, "most", Map.of("max", Article.MOST));
        }
        var perDay = article.perDay();
        return perDay != null && (perDay < 1 || perDay > CAPACITY_MAX)
                ? Refusal.of(OfferReason.CAPACITY_INVALID, "perDay", Map.of("max", CAPACITY_MAX))
                : null;
    }

    /** One that is over may stay so: it is off sale, and may be corrected. */
    private @Nullable Refusal refusal(Ad ad) {
        var mostDays = mode instanceof BookingMode.Ad(var days) ? days : 1;
        var isOver = ad.until().isBefore(today) && !ad.equals(before);
        return isOver || ad.until().isAfter(today.plusDays(mostDays))
                ? Refusal.of(OfferReason.AD_UNTIL_INVALID, "until", Map.of("max", mostDays))
                : null;
    }

    private @Nullable Refusal refusal(ByQuote quote) {
        var mostDays = mode instanceof BookingMode.ByQuote(var days) ? days : 1;
        return quote.answerDays() < 1 || quote.answerDays() > mostDays
                ? Refusal.of(OfferReason.ANSWER_DAYS_INVALID, "answerDays", Map.of("max", mostDays))
                : null;
    }

    private boolean wasOver(LocalDate last) {
        return before instanceof WalkIn walkIn && last.equals(walkIn.lastSaleDay());
    }
}
