package org.townloop.surface.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.checkout.Balance;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.pack.CancellationPolicy;
import org.townloop.supply.pack.NoShowPolicy;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** What becomes of who cancels, comes late or does not come: a sentence or two each. */
final class Policies {

    private Policies() {}

    static List<String> of(Page page, CancellationPolicy cancellation, @Nullable NoShowPolicy noShow) {
        var sentences = new ArrayList<String>();
        sentences.add(page.say(cancellation.inWords()));
        if (noShow != null) {
            sentences.add(page.say(noShow.inWords()));
        }
        return sentences;
    }

    /** Of a quotation's stages: its shares are of each of them, and those who come wait at the door. */
    static List<String> ofStages(Page page, CancellationPolicy cancellation, @Nullable NoShowPolicy noShow) {
        var sentences = new ArrayList<String>();
        sentences.add(page.text("portal.quote.shares"));
        sentences.addAll(of(page, cancellation, atDoor(noShow)));
        return sentences;
    }

    /** The same where the place comes to the resident: an order says from when to when, and nothing was ordered yet. */
    private static @Nullable NoShowPolicy atDoor(@Nullable NoShowPolicy noShow) {
        return noShow == null
                ? null
                : new NoShowPolicy(noShow.grace(), noShow.keptPercent(), noShow.settledAfter(), Duration.ZERO);
    }

    /** What a stage was sold under. */
    static List<String> ofStage(Page page, Order order) {
        return ofStages(page, order.terms().cancellation(), order.terms().noShow());
    }

    /** Those that an offer is sold under; of a deposit what they come to. */
    static List<String> of(Page page, Offer offer, CancellationPolicy cancellation, @Nullable NoShowPolicy noShow) {
        var deposit = offer.deposit();
        var missed = offer.arrangement() instanceof HomeVisit ? atDoor(noShow) : noShow;
        return deposit == null
                ? of(page, cancellation, missed)
                : DepositPolicy.of(page, offer, deposit, cancellation, missed);
    }

    /** Those that the order was sold under; of a deposit what they come to. */
    static List<String> of(Page page, Times times, Order order) {
        if (order.isNotedAtShop()) {
            return List.of(page.text("portal.at-shop.policy"));
        }
        return order.terms().deposit() == null || order.first().startsAt() == null
                ? of(page, order.terms().cancellation(), order.terms().noShow())
                : DepositPolicy.of(page, times, order);
    }

    /**
     * @param ofRest what is paid at the place, if some of it was used; else null
     * @param isOff whether the place has called off what was not
     */
    static List<String> of(
            Page page, Times times, Order order, boolean byQuote, @Nullable Balance ofRest, boolean isOff) {
        if (byQuote) {
            return ofStage(page, order);
        }
        return ofRest == null ? of(page, times, order) : ofRest(page, order, ofRest, isOff);
    }

    /** What becomes of what was not used once some was: nobody can call that off. */
    private static List<String> ofRest(Page page, Order order, Balance balance, boolean isOff) {
        var part = balance.part();
        if (isOff || part != null) {
            var paidOnline = isOff || part == null
                    ? page.text("portal.used.called-off")
                    : DepositWords.rest(page, order, part, balance.due());
            return Stream.concat(Stream.of(paidOnline), DepositWords.ahead(page, balance))
                    .toList();
        }
        var noShow = order.terms().noShow();
        return List.of(page.say(noShow == null ? order.terms().cancellation().inWords() : noShow.inWords()));
    }
}
