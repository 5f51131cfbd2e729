package org.townloop.loop.deal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.WalkIn;

/** Whether a deal can be made of an offer. */
final class DealRules {

    static final int MOST_STOCK = 100_000;
    static final int MOST_EACH = 20;
    private static final Duration LONGEST = Duration.ofDays(31);

    private final Offer offer;
    private final Instant now;

    DealRules(Offer offer, Instant now) {
        this.offer = offer;
        this.now = now;
    }

    /** Whether there can be deals of it: what is counted by itself, and costs the same whoever has it. */
    static boolean isFor(Offer offer) {
        return offer.arrangement() instanceof WalkIn
                || offer.arrangement() instanceof Session
                || offer.arrangement() instanceof Article
                || offer.isOnline();
    }

    Optional<Refusal> refusal(NewDeal wanted) {
        if (!offer.active()) {
            return Optional.of(Refusal.of(DealReason.DEAL_OFFER_NOT_SOLD));
        }
        if (!isFor(offer)) {
            return Optional.of(Refusal.of(DealReason.DEAL_NOT_FOR_THIS));
        }
        return price(wanted).or(() -> times(wanted)).or(() -> numbers(wanted)).or(() -> least(wanted));
    }

    private Optional<Refusal> price(NewDeal wanted) {
        var isLower = wanted.price().currency().equals(offer.price().currency())
                && wanted.price().minor() >= 0
                && wanted.price().minor() < offer.price().minor();
        return isLower
                ? Optional.empty()
                : Optional.of(Refusal.of(DealReason.DEAL_PRICE_NOT_LOWER, "price", Map.of("price", offer.price())));
    }

    private Optional<Refusal> times(NewDeal wanted) {
        var opens = wanted.opensAt() == null || wanted.opensAt().isBefore(now) ? now : wanted.opensAt();
        if (!wanted.closesAt().isAfter(opens)) {
            return Optional.of(Refusal.of(DealReason.DEAL_TIMES_INVALID, "closesAt"));
        }
        var isLong = Duration.between(opens, wanted.closesAt()).compareTo(LONGEST) > 0
                || opens.isAfter(now.plus(LONGEST.multipliedBy(2)));
        return isLong
                ? Optional.of(Refusal.of(DealReason.DEAL_TOO_LONG, "closesAt", Map.of("days", LONGEST.toDays())))
                : Optional.empty();
    }

    private static Optional<Refusal> numbers(NewDeal wanted) {
        if (wanted.stock() < 1 || wanted.stock() > MOST_STOCK) {
            return Optional.of(Refusal.of(DealReason.DEAL_STOCK_INVALID, "stock", Map.of("max", MOST_STOCK)));
        }
        var most = Math.min(MOST_EACH, wanted.stock());
        return wanted.each() < 1 || wanted.each() > most
                ? Optional.of(Refusal.of(DealReason.DEAL_EACH_INVALID, "each", Map.of("max", most)))
                : Optional.empty();
    }

    private Optional<Refusal> least(NewDeal wanted) {
        var least = wanted.least();
        if (least == null) {
            return Optional.empty();
        }
        if (offer.arrangement() instanceof Online) {
            return Optional.of(Refusal.of(DealReason.DEAL_LEAST_NOT_ONLINE, "least"));
        }
        return least < 2 || least > wanted.stock()
                ? Optional.of(
                        Refusal.of(DealReason.DEAL_LEAST_INVALID, "least", Map.of("min", 2, "max", wanted.stock())))
                : Optional.empty();
    }
}
