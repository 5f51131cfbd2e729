package org.townloop.loop.ordering;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Site;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.OfferId;
import tools.jackson.databind.JsonNode;

/**
 * One offer in an order, in the version and at the price it was sold.
 *
 * @param line 1, 2, 3 …
 * @param quantity 1 to 20
 * @param extra what the chosen dishes cost on top, all units together
 * @param startsAt for a walk-in the beginning of the chosen day
 * @param endsAt for a walk-in the end of the last day on which it is good
 * @param answers what the resident answered to the offer's questions
 * @param site where it is done; null for at the place
 * @param deal at whose price it was sold; null if at that of the offer
 * @param off what the merchant lets off by a coupon, all units together
 */
public record Line(
        int line,
        OfferId offer,
        int offerVersion,
        Words title,
        int quantity,
        Money unit,
        Money extra,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        JsonNode answers,
        @Nullable Site site,
        @Nullable UUID deal,
        Money off) {

    public Line {
        off = Objects.requireNonNullElseGet(off, () -> Money.zero(unit.currency())); // of answers of before
    }

    /** Without a coupon. */
    public Line(
            int line,
            OfferId offer,
            int offerVersion,
            Words title,
            int quantity,
            Money unit,
            Money extra,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            JsonNode answers,
            @Nullable Site site,
            @Nullable UUID deal) {
        this(
                line,
                offer,
                offerVersion,
                title,
                quantity,
                unit,
                extra,
                startsAt,
                endsAt,
                answers,
                site,
                deal,
                Money.zero(unit.currency()));
    }

    /** Sold at the price of its offer. */
    public Line(
            int line,
            OfferId offer,
            int offerVersion,
            Words title,
            int quantity,
            Money unit,
            Money extra,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            JsonNode answers,
            @Nullable Site site) {
        this(line, offer, offerVersion, title, quantity, unit, extra, startsAt, endsAt, answers, site, null);
    }

    /** Those of the answers that are texts, by question. */
    public Map<String, String> answersByKey() {
        var texts = new HashMap<String, String>();
        answers.properties()
                .forEach(answer -> texts.put(answer.getKey(), answer.getValue().asString("")));
        return texts;
    }

    /** The same standing for all lines of its order: what they are, and what is paid for them together. */
    public Line asAll(Order order) {
        return new Line(
                line,
                offer,
                offerVersion,
                order.title(),
                1,
                order.total(),
                Money.zero(order.total().currency()),
                startsAt,
                endsAt,
                answers,
                site,
                deal);
    }

    /** The same at another time, at what one costs then. */
    public Line at(Instant start, Instant end, Money price) {
        return new Line(line, offer, offerVersion, title, quantity, price, extra, start, end, answers, site, deal, off);
    }

    /** The same at another price. */
    Line at(Money price, Money extras) {
        return new Line(
                line, offer, offerVersion, title, quantity, price, extras, startsAt, endsAt, answers, site, deal, off);
    }

    /** The same with another coupon. */
    Line letting(Money off) {
        return new Line(
                line, offer, offerVersion, title, quantity, unit, extra, startsAt, endsAt, answers, site, deal, off);
    }

    public Money total() {
        return gross().minus(off);
    }

    /** Before anything was let off. */
    public Money gross() {
        return unit.times(quantity).plus(extra);
    }
}
