package org.townloop.loop.checkout;

import java.math.BigInteger;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.OrderMoney;
import org.townloop.loop.ordering.GivenBack;
import org.townloop.loop.ordering.GivenBacks;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.loop.voucher.VoucherState;
import org.townloop.loop.voucher.Vouchers;

/**
 * Money of an order that goes back beside its policy. What was earned is taken back first, so that what is still to be had
 * keeps its worth; then comes what nobody has earned yet. The caller has locked the order, as redeeming, cancelling and
 * packing do, so that one of them is first.
 */
@Component
class GivingBack {

    /**
     * What is to go back.
     *
     * @param ofOrder of what was paid
     * @param platform on top of that, from the platform's own pocket
     * @param units of which lines, and how many of each; empty if an amount was said
     * @param words why
     */
    record Wish(
            GivenBack.Cause cause,
            Money ofOrder,
            Money platform,
            Map<Integer, Integer> units,
            @Nullable String words,
            PersonId by) {}

    private final Vouchers vouchers;
    private final GivenBacks givenBacks;
    private final MoneyBack moneyBack;
    private final Ledger ledger;
    private final Clock clock;

    GivingBack(Vouchers vouchers, GivenBacks givenBacks, MoneyBack moneyBack, Ledger ledger, Clock clock) {
        this.vouchers = vouchers;
        this.givenBacks = givenBacks;
        this.moneyBack = moneyBack;
        this.ledger = ledger;
        this.clock = clock;
    }

    OrderMoney money(Order order) {
        return ledger.of(order.id().value())
                .orElseGet(() -> OrderMoney.none(order.total().currency()));
    }

    /** What of the order's own money can go back now, at most. */
    Money most(Order order) {
        if (order.pays() != Pays.ESCROW) { // a card that was bought goes back by itself, unused
            return Money.zero(order.total().currency());
        }
        var money = money(order);
        var ofOrder = money.released().plus(lowerable(order));
        var left = notPromised(money);
        return ofOrder.minor() < left.minor() ? ofOrder : left;
    }

    /** What the resident has paid and was not promised back: more than that a gateway pays back to nobody. */
    static Money notPromised(OrderMoney money) {
        return money.captured().minus(money.refunded()).minus(money.goodwill());
    }

    /**
     * What a gateway can pay back besides, without failing at what is left for the policy.
     *
     * @param closes whether nothing is left for it
     */
    static Money besides(OrderMoney money, Money ofOrder, boolean closes) {
        var ofEscrow = Math.max(0, ofOrder.minor() - money.released().minor());
        var stays = closes ? 0 : Math.max(0, money.held().minor() - ofEscrow);
        var left = notPromised(money).minor() - ofOrder.minor() - stays;
        return new Money(Math.max(0, left), ofOrder.currency());
    }

    /** What has been earned first. */
    Pockets pockets(Order order, Money ofOrder, Money platform) {
        var released = money(order).released();
        var earned = ofOrder.minor() < released.minor() ? ofOrder : released;
        return new Pockets(earned, ofOrder.minus(earned), platform);
    }

    /**
     * In the caller's transaction, on an order that it has locked.
     *
     * @return refused if that much cannot go back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<GivenBack> give(Order order, Wish wish) {
        var pockets = pockets(order, wish.ofOrder(), wish.platform());
        if (wish.ofOrder().minor() > most(order).minor()
                || pockets.all().minor() > notPromised(money(order)).minor()) {
            return Outcome.refused(
                    Refusal.of(CheckoutReason.GIVE_BACK_TOO_MUCH, "amount", Map.of("most", most(order))));
        }
        var given = given(order, wish, pockets);
        if (moneyBack.promise(order, pockets, wish.cause().code(), "giving back " + given.id())
                instanceof Outcome.Refused<Boolean>(var refusal)) {
            return Outcome.refused(refusal);
        }
        lower(order, pockets.escrow());
        givenBacks.insert(given);
        return Outcome.done(given);
    }

    private GivenBack given(Order order, Wish wish, Pockets pockets) {
        var now = clock.instant();
        return new GivenBack(
                Ids.next(order.id().region(), now),
                order.id(),
                wish.cause(),
                pockets.earned(),
                pockets.escrow(),
                pockets.platform(),
                wish.units(),
                wish.words(),
                wish.by(),
                now);
    }

    /** What the vouchers of which nobody has had anything are worth: a pass used in part keeps the worth of its rest. */
    private Money lowerable(Order order) {
        return untouched(order).stream()
                .map(Voucher::value)
                .reduce(Money.zero(order.total().currency()), Money::plus);
    }

    private List<Voucher> untouched(Order order) {
        return order.state() != OrderState.PAID && order.state() != OrderState.DISPUTED
                ? List.of()
                : vouchers.of(order.id()).stream()
                        .filter(voucher -> voucher.state() == VoucherState.ISSUED && voucher.unitsRedeemed() == 0)
                        .toList();
    }

    /** Each of them by its share of what they are worth together. */
    private void lower(Order order, Money by) {
        if (by.isZero()) {
            return;
        }
        var lowered = lowered(untouched(order), by);
        if (!vouchers.lower(order.id(), lowered)) {
            throw new IllegalStateException("a voucher of a locked order was taken: " + order.id());
        }
    }

    static Map<VoucherId, Money> lowered(List<Voucher> open, Money by) {
        var worth = open.stream().map(Voucher::value).reduce(Money.zero(by.currency()), Money::plus);
        var lowered = new LinkedHashMap<VoucherId, Money>();
        var before = 0L;
        for (var voucher : open) {
            var from = share(by, before, worth);
            before += voucher.value().minor();
            lowered.put(
                    voucher.id(), voucher.value().minus(share(by, before, worth).minus(from)));
        }
        return lowered;
    }

    /** In whole units, so that the shares add up however it is parted. */
    private static Money share(Money by, long first, Money worth) {
        var exact = BigInteger.valueOf(by.minor())
                .multiply(BigInteger.valueOf(first))
                .divide(BigInteger.valueOf(worth.minor()));
        return new Money(exact.longValueExact(), by.currency());
    }
}
