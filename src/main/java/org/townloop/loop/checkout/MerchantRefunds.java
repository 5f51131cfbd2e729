package org.townloop.loop.checkout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Written;
import org.townloop.loop.ledger.ClawBack;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ordering.GivenBack;
import org.townloop.loop.ordering.GivenBacks;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Refunds;

/**
 * What a merchant gives back of its own will, of an order or of parts, before its money was earned or after. What is still
 * to be had can be had all the same: whoever is not to come at all is called off.
 */
@Component
public class MerchantRefunds {

    public static final int LONGEST_REASON = 500;

    /**
     * What giving back would do.
     *
     * @param from of whose what was earned comes; empty if nothing was
     */
    public record Shown(Pockets pockets, Optional<ClawBack> from) {}

    /**
     * A line, and what of it can be given back.
     *
     * @param left of its units, those of which nothing was given back
     */
    public record LineLeft(int line, int units, int left, Money worth) {}

    private final Orders orders;
    private final GivingBack givingBack;
    private final GivenBacks givenBacks;
    private final LineWorths worths;
    private final WaitingCancellations waitingCancellations;
    private final Ledger ledger;
    private final Refunds refunds;
    private final Gateways gateways;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final GivenBackNotices notices;
    private final Gate gate;

    MerchantRefunds(
            Orders orders,
            GivingBack givingBack,
            GivenBacks givenBacks,
            LineWorths worths,
            WaitingCancellations waitingCancellations,
            Ledger ledger,
            Refunds refunds,
            Gateways gateways,
            Idempotency idempotency,
            AuditTrail audit,
            GivenBackNotices notices,
            Gate gate) {
        this.orders = orders;
        this.givingBack = givingBack;
        this.givenBacks = givenBacks;
        this.worths = worths;
        this.waitingCancellations = waitingCancellations;
        this.ledger = ledger;
        this.refunds = refunds;
        this.gateways = gateways;
        this.idempotency = idempotency;
        this.audit = audit;
        this.notices = notices;
        this.gate = gate;
    }

    /**
     * An order of a place that the actor runs.
     *
     * @throws Absent if there is none
     */
    public Order order(Actor actor, OrderId id) {
        var order = orders.get(id);
        gate.require(
                actor,
                Right.SEE_DESK,
                Scope.place(id.region(), order.merchant().value(), order.place().value()));
        return order;
    }

    /** What of the order can go back now at most, nothing if it cannot. */
    public Money most(Order order) {
        return refusal(order).isPresent() ? Money.zero(order.total().currency()) : givingBack.most(order);
    }

    public List<LineLeft> lines(Order order) {
        return worths.of(order).stream()
                .map(worth -> new LineLeft(worth.line().line(), worth.units(), worth.left(), worth.worth()))
                .toList();
    }

    /** What went back before, the earliest first. */
    public List<GivenBack> before(Order order) {
        return givenBacks.of(order.id());
    }

    /** What it would do now: nothing is written. */
    public Outcome<Shown> shown(Order order, GiveBackWish wish) {
        return amount(order, wish).map(amount -> {
            var pockets = givingBack.pockets(order, amount, Money.zero(amount.currency()));
            return new Shown(
                    pockets,
                    pockets.earned().isPositive()
                            ? Optional.of(ledger.wouldClawBack(order.id().value(), pockets.earned()))
                            : Optional.empty());
        });
    }

    /**
     * Gives back what was shown; the same key gives it once.
     *
     * @param shown if it would come from other pockets by now, nothing goes back
     */
    public Outcome<Pockets> giveBack(Actor actor, OrderId id, GiveBackWish wish, Pockets shown, String key) {
        return once(actor, id, wish, shown, key);
    }

    /** The same whosever pocket it comes from by now. */
    public Outcome<Pockets> giveBackAtOnce(Actor actor, OrderId id, GiveBackWish wish, String key) {
        return once(actor, id, wish, null, key);
    }

    private Outcome<Pockets> once(Actor actor, OrderId id, GiveBackWish wish, @Nullable Pockets shown, String key) {
        order(actor, id);
        var said = shown == null ? List.of(id, wish) : List.of(id, wish, shown);
        var given = idempotency.once(
                new Idempotency.Call(actor.person().value(), "give-back", key, said),
                Pockets.class,
                () -> give(actor, orders.lock(id), wish, shown));
        if (given instanceof Outcome.Done) {
            refunds.of(id.value()).forEach(gateways::refund);
        }
        return given;
    }

    private Outcome<Pockets> give(Actor actor, Order order, GiveBackWish wish, @Nullable Pockets shown) {
        return amount(order, wish).then(amount -> {
            var nothing = Money.zero(amount.currency());
            var pockets = givingBack.pockets(order, amount, nothing);
            if (shown != null && !pockets.equals(shown)) {
                return Outcome.refused(Refusal.of(CheckoutReason.GIVE_BACK_CHANGED, "amount"));
            }
            var words = Written.plain(wish.reason());
            var asked = new GivingBack.Wish(
                    GivenBack.Cause.BY_MERCHANT, amount, nothing, wish.units(), words, actor.person());
            return givingBack.give(order, asked).map(given -> {
                notices.given(order, given);
                audit.note(
                        actor.person(),
                        "given-back",
                        order.id().value() + " " + given.total().minor());
                return pockets;
            });
        });
    }

    private Outcome<Money> amount(Order order, GiveBackWish wish) {
        var refusal = refusal(order).or(() -> reason(wish));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var most = givingBack.most(order);
        return (wish.amountMinor() == null
                        ? worths.of(order, wish.units())
                        : Outcome.done(
                                new Money(wish.amountMinor(), order.total().currency())))
                .then(amount -> !amount.isPositive()
                        ? Outcome.refused(Refusal.of(CheckoutReason.GIVE_BACK_INVALID, "amount"))
                        : amount.minor() > most.minor()
                                ? Outcome.refused(
                                        Refusal.of(CheckoutReason.GIVE_BACK_TOO_MUCH, "amount", Map.of("most", most)))
                                : Outcome.done(amount));
    }

    private static Optional<Refusal> reason(GiveBackWish wish) {
        var words = Written.plain(wish.reason());
        return words == null || Written.isLonger(words, LONGEST_REASON)
                ? Optional.of(Refusal.of(CheckoutReason.GIVE_BACK_REASON, "reason", Map.of("max", LONGEST_REASON)))
                : Optional.empty();
    }

    /** Why nothing of the order can be given back now, if it cannot. */
    public Optional<Refusal> refusal(Order order) {
        if (order.state() == OrderState.DISPUTED) {
            return Optional.of(Refusal.of(CheckoutReason.ORDER_DISPUTED));
        }
        if (order.state() == OrderState.PAID && waitingCancellations.isWaiting(order)) {
            return Optional.of(Refusal.of(CheckoutReason.CANCELLATION_WAITS));
        }
        return givingBack.most(order).isPositive()
                ? Optional.empty()
                : Optional.of(Refusal.of(CheckoutReason.NOTHING_TO_GIVE_BACK));
    }
}
