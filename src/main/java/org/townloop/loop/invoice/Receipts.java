package org.townloop.loop.invoice;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ledger.PaidWith;
import org.townloop.loop.ordering.BalanceReceipt;
import org.townloop.loop.ordering.BalanceReceipts;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.IntentState;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.payment.Refund;
import org.townloop.loop.payment.RefundState;
import org.townloop.loop.payment.Refunds;
import org.townloop.loop.payment.RefusedRefunds;
import org.townloop.loop.payment.WayOn;

/** The receipts of an order: one for each payment that arrived, each refund that was paid, and what its place has noted. */
@Component
public class Receipts {

    /**
     * An order with its receipts.
     *
     * @param receipts in the order of time; empty while nothing was paid
     * @param seller what the merchant says of itself to the tax office, if it has
     */
    public record OfOrder(Order order, Money fee, List<Receipt> receipts, Optional<Seller> seller) {}

    private final Orders orders;
    private final Intents intents;
    private final Refunds refunds;
    private final RefusedRefunds refused;
    private final PaidWith paidWith;
    private final BalanceReceipts noted;
    private final Sales sales;
    private final Issuers issuers;
    private final Gate gate;

    Receipts(
            Orders orders,
            Intents intents,
            Refunds refunds,
            RefusedRefunds refused,
            PaidWith paidWith,
            BalanceReceipts noted,
            Sales sales,
            Issuers issuers,
            Gate gate) {
        this.orders = orders;
        this.intents = intents;
        this.refunds = refunds;
        this.refused = refused;
        this.paidWith = paidWith;
        this.noted = noted;
        this.sales = sales;
        this.issuers = issuers;
        this.gate = gate;
    }

    /** Of one's own order. */
    public OfOrder of(Actor actor, OrderId id) {
        var order = orders.get(id);
        gate.require(actor, Right.OWN, Scope.person(order.resident()));
        var all = Stream.of(paid(order), refunded(order), otherwise(order), byCards(order), atPlace(order))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Receipt::at).thenComparing(Receipt::kind))
                .toList();
        return new OfOrder(
                order, sales.of(order).fee(), all, issuers.of(order.merchant()).map(Issuer::seller));
    }

    private Stream<Receipt> paid(Order order) {
        return intents.of(order.id().value()).stream()
                .filter(intent -> intent.state() == IntentState.CAPTURED)
                .flatMap(intent -> intent.shares().stream()
                        .filter(share -> share.order().equals(order.id().value()))
                        .map(share -> paid(intent, share.amount())));
    }

    private static Receipt paid(Intent intent, Money amount) {
        return new Receipt(
                Receipt.Kind.PAID,
                number(intent.id().value()),
                amount,
                Objects.requireNonNullElse(intent.closedAt(), intent.createdAt()),
                intent.gateway(),
                Receipt.masked(intent.gatewayRef()),
                null);
    }

    private Stream<Receipt> refunded(Order order) {
        return refunds.of(order.id().value()).stream()
                .filter(refund -> refund.state() == RefundState.SUCCEEDED)
                .map(this::refunded);
    }

    private Stream<Receipt> otherwise(Order order) {
        return refused.of(order.id().value()).stream()
                .filter(each -> each.refund().state() == RefundState.PAID_OTHERWISE)
                .flatMap(each -> Stream.ofNullable(each.way()).map(way -> otherwise(each.refund(), way)));
    }

    private static Receipt otherwise(Refund refund, WayOn way) {
        return new Receipt(
                Receipt.Kind.REFUNDED_OTHERWISE,
                number(refund.id().value()),
                refund.amount(),
                Objects.requireNonNullElse(way.confirmedAt(), way.enteredAt()),
                null,
                way.reference(),
                null);
    }

    private Receipt refunded(Refund refund) {
        return new Receipt(
                Receipt.Kind.REFUNDED,
                number(refund.id().value()),
                refund.amount(),
                Objects.requireNonNullElse(refund.closedAt(), refund.createdAt()),
                intents.get(refund.intent()).gateway(),
                Receipt.masked(refund.gatewayRef()),
                null);
    }

    private Stream<Receipt> byCards(Order order) {
        return paidWith.moves(order.id().value()).stream()
                .map(move -> new Receipt(
                        move.isBack() ? Receipt.Kind.BACK_ON_CARD : Receipt.Kind.PAID_WITH_CARD,
                        number(move.card()),
                        move.amount(),
                        move.at(),
                        null,
                        "",
                        null));
    }

    private Stream<Receipt> atPlace(Order order) {
        return noted.of(order.id()).stream().map(Receipts::atPlace);
    }

    private static Receipt atPlace(BalanceReceipt receipt) {
        var back = receipt.amount().minor() < 0;
        return new Receipt(
                back ? Receipt.Kind.GIVEN_BACK_AT_PLACE : Receipt.Kind.PAID_AT_PLACE,
                number(receipt.id()),
                back ? receipt.amount().times(-1) : receipt.amount(),
                receipt.at(),
                null,
                "",
                receipt.means());
    }

    /** The ends of ids in a region are alike: what is random stands before. */
    private static String number(UUID id) {
        return id.toString().replace("-", "").substring(16, 26).toUpperCase(Locale.ROOT);
    }
}
