package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.coupon.CouponUses;
import org.townloop.loop.ledger.CardMove;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.PaidWith;
import org.townloop.loop.ledger.PaidWith.Source;
import org.townloop.loop.ledger.StoredValueBook;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.payment.PaymentReason;
import org.townloop.loop.payment.Refund;
import org.townloop.loop.payment.Refunds;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.stored.Cards;

/**
 * Money of an order that goes back to its payer, the way it came: what gateways brought by refunds, what cards paid onto the
 * cards, in proportion to what is left of each. A unit that does not divide goes where the most was cut off, and among
 * equals to the gateway: money is worth more to its payer than value at one place.
 */
@Component
class MoneyBack {

    /** A card that ran out meanwhile is good for so long again: what comes back onto it must be of use. */
    static final Duration REVIVED = Duration.ofDays(30);

    /**
     * What goes back to where it came from, of the order's own money and of the platform's.
     *
     * @param card null for the gateways
     */
    private record Part(@Nullable UUID card, Money ofOrder, Money platform) {

        Money all() {
            return ofOrder.plus(platform);
        }
    }

    private final PaidWith paidWith;
    private final PayersParts payersParts;
    private final CouponUses coupons;
    private final Refunds refunds;
    private final Ledger ledger;
    private final StoredValueBook book;
    private final Cards cards;
    private final Clock clock;

    MoneyBack(
            PaidWith paidWith,
            PayersParts payersParts,
            CouponUses coupons,
            Refunds refunds,
            Ledger ledger,
            StoredValueBook book,
            Cards cards,
            Clock clock) {
        this.paidWith = paidWith;
        this.payersParts = payersParts;
        this.coupons = coupons;
        this.refunds = refunds;
        this.ledger = ledger;
        this.book = book;
        this.cards = cards;
        this.clock = clock;
    }

    /**
     * In the caller's transaction, on an order that it has locked. What was earned is taken back first.
     *
     * @param pockets above zero together
     * @param reason of the refund, as the gateway may show it
     * @param cause which moves its money once
     * @return whether a gateway has something to pay back; refused, before anything is written, if that much cannot go back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Boolean> promise(Order order, Pockets pockets, String reason, String cause) {
        var id = order.id().value();
        var sources = paidWith.of(id);
        var byCoupon = payersParts.ofPlatform(order, pockets.ofOrder());
        var toPayer = pockets.all().minus(byCoupon);
        var left = sources.stream()
                .mapToLong(source -> Math.max(0, source.left().minor()))
                .sum();
        if (sources.stream().anyMatch(source -> source.card() != null) && left < toPayer.minor()) {
            return Outcome.refused(
                    Refusal.of(PaymentReason.REFUND_EXCEEDS_PAYMENT, "amount", Map.of("leftMinor", left)));
        }
        var parts = parts(sources, pockets.ofOrder().minus(byCoupon), pockets.platform());
        var byGateway = parts.getFirst();
        if (byGateway.all().isPositive()
                && refunds.request(id, byGateway.all(), reason) instanceof Outcome.Refused<List<Refund>>(var refusal)) {
            return Outcome.refused(refusal);
        }
        if (pockets.earned().isPositive()) {
            ledger.clawBack(id, pockets.earned(), cause);
        }
        if (byCoupon.isPositive()) {
            ledger.couponBack(id, byCoupon, cause);
            coupons.back(id, byCoupon);
        }
        if (byGateway.ofOrder().isPositive()) {
            ledger.refund(id, byGateway.ofOrder(), cause);
        }
        if (byGateway.platform().isPositive()) {
            ledger.goodwill(id, byGateway.platform(), cause);
        }
        ontoCards(id, parts, cause);
        return Outcome.done(byGateway.all().isPositive());
    }

    /** The gateways' part first. The order's own money fills the parts, the platform's what is open of them. */
    private static List<Part> parts(List<Source> sources, Money ofOrder, Money platform) {
        if (sources.stream().allMatch(source -> source.card() == null)) {
            return List.of(new Part(null, ofOrder, platform));
        }
        var left = new ArrayList<Long>();
        var cards = new ArrayList<UUID>();
        left.add(sources.stream()
                .filter(source -> source.card() == null)
                .mapToLong(source -> Math.max(0, source.left().minor()))
                .sum());
        for (var source : sources) {
            if (source.card() != null) {
                left.add(Math.max(0, source.left().minor()));
                cards.add(source.card());
            }
        }
        var amounts = Parting.of(ofOrder.plus(platform).minor(), left);
        var parts = new ArrayList<Part>();
        var open = ofOrder;
        for (int i = 0; i < amounts.size(); i++) {
            var own = new Money(Math.min(open.minor(), amounts.get(i)), open.currency());
            var ofPlatform = new Money(amounts.get(i), open.currency()).minus(own);
            parts.add(new Part(i == 0 ? null : cards.get(i - 1), own, ofPlatform));
            open = open.minus(own);
        }
        return parts;
    }

    private void ontoCards(UUID order, List<Part> parts, String cause) {
        var back = new ArrayList<CardMove>();
        var goodwill = new ArrayList<CardMove>();
        for (var part : parts) {
            var card = part.card();
            if (card != null) {
                var named = cause + " onto card " + card;
                if (part.ofOrder().isPositive()) {
                    back.add(new CardMove(order, card, part.ofOrder(), named));
                }
                if (part.platform().isPositive()) {
                    goodwill.add(new CardMove(order, card, part.platform(), named));
                }
            }
        }
        book.givenBack(back);
        book.goodwill(goodwill);
        back.addAll(goodwill);
        cards.revive(
                back.stream().map(move -> new CardId(move.card())).collect(Collectors.toSet()),
                clock.instant().plus(REVIVED));
    }
}
