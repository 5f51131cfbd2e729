package org.townloop.loop.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/**
 * Moves money in the books, in the transaction of what made it move. Amounts are above zero. A cause that has moved
 * its money already moves nothing, whoever repeats it and however many at a time.
 */
@Component
public class Ledger {

    private final Transfers transfers;
    private final OrderTotals totals;
    private final Statements statements;
    private final BookAudit audit;
    private final Sealing sealing;
    private final Journal journal;
    private final ClawBacks clawBacks;

    Ledger(
            Transfers transfers,
            Journal journal,
            ClawBacks clawBacks,
            OrderTotals totals,
            Statements statements,
            BookAudit audit,
            Sealing sealing) {
        this.transfers = transfers;
        this.journal = journal;
        this.clawBacks = clawBacks;
        this.totals = totals;
        this.statements = statements;
        this.audit = audit;
        this.sealing = sealing;
    }

    /**
     * The resident's money has arrived at the gateway and is held in escrow for the order.
     *
     * @return false if this cause has moved it already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean capture(UUID order, Money amount, String cause) {
        return journal.move(TransferKind.CAPTURE, order, amount, cause);
    }

    /**
     * As many captures by one statement.
     *
     * @return the causes that moved money now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> capture(Collection<Capture> captures) {
        return transfers.write(captures.stream().map(journal::capture).toList());
    }

    /**
     * Escrow goes to merchant, partner and platform.
     *
     * @return false if this cause has released it already
     * @throws Overdrawn if less than that is held
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean release(Release release) {
        return !release(List.of(release)).isEmpty();
    }

    /**
     * As many releases by one statement.
     *
     * @return the causes that released now, without those that had released already
     * @throws Overdrawn if less than that is held for one of the orders
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> release(Collection<Release> releases) {
        return transfers.write(releases.stream()
                .flatMap(release -> release.transfers().stream())
                .toList());
    }

    /**
     * Escrow is promised back to the resident.
     *
     * @return false if this cause has promised it already
     * @throws Overdrawn if less than that is held
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean refund(UUID order, Money amount, String cause) {
        return journal.move(TransferKind.REFUND, order, amount, cause);
    }

    /**
     * What was released of an order goes back into its escrow, from each who earned it in the proportions in which they
     * have it ({@link ClawBack}), so that it can be refunded. Their balances may be below zero afterwards.
     *
     * @return false if this cause has taken it back already
     * @throws Overdrawn if less than that was released
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean clawBack(UUID order, Money amount, String cause) {
        return clawBacks.take(order, amount, cause);
    }

    /**
     * What {@link #clawBack} would take from each now.
     *
     * @throws Overdrawn if less than that was released
     */
    public ClawBack wouldClawBack(UUID order, Money amount) {
        return clawBacks.of(order, amount);
    }

    /**
     * The platform promises the resident something from its own pocket. The order must have been paid.
     *
     * @return false if this cause has promised it already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean goodwill(UUID order, Money amount, String cause) {
        return journal.move(TransferKind.GOODWILL, order, amount, cause);
    }

    /**
     * The platform gives the merchant of an order something from its own pocket.
     *
     * @return false if this cause has given it already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean makeGood(UUID order, UUID merchant, Money amount, String cause) {
        return journal.move(TransferKind.MADE_GOOD, Account.NOBODY, merchant, order, amount, cause);
    }

    /**
     * The platform pays a part of the price. (What a merchant lets off is a lower price.)
     *
     * @return false if this cause has paid it already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean coupon(UUID order, Money amount, String cause) {
        return journal.move(TransferKind.COUPON, order, amount, cause);
    }

    /** As many by one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void coupons(Collection<Capture> coupons) {
        transfers.write(coupons.stream().map(journal::coupon).toList());
    }

    /**
     * The platform has back what it paid of the price.
     *
     * @return false if this cause has given it back already
     * @throws Overdrawn if less than that is held
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean couponBack(UUID order, Money amount, String cause) {
        return journal.move(TransferKind.COUPON_BACK, order, amount, cause);
    }

    /**
     * What the resident paid on top is the merchant's alone: nobody has a share of it.
     *
     * @return false if this cause has given it already
     * @throws Overdrawn if less than that is held
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tip(UUID order, UUID merchant, Money amount, String cause) {
        return journal.move(TransferKind.TIP, Account.NOBODY, merchant, order, amount, cause);
    }

    /**
     * The gateway has paid a refund back.
     *
     * @return false if this cause was booked already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean refundPaid(UUID order, Money amount, String cause) {
        return journal.move(TransferKind.REFUND_PAID, order, amount, cause);
    }

    /**
     * What a gateway refused to pay back was paid to the resident otherwise, from what the platform holds there.
     *
     * @return false if this cause was booked already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean refundPaidOtherwise(UUID order, Money amount, String cause) {
        return journal.move(TransferKind.REFUND_PAID_OTHERWISE, order, amount, cause);
    }

    /** Where the order's money is; empty if none was captured. */
    public Optional<OrderMoney> of(UUID order) {
        return Optional.ofNullable(of(List.of(order)).get(order));
    }

    /** Where the money of these orders is; those without a capture are left out. */
    public Map<UUID, OrderMoney> of(Collection<UUID> orders) {
        return totals.of(orders);
    }

    /**
     * What the merchant was credited and debited from the first instant up to the second, exclusive, with the balances
     * before and after.
     */
    public Statement statement(UUID merchant, RegionId region, Currency currency, Instant from, Instant to) {
        return statements.of(merchant, region, currency, from, to);
    }

    /**
     * Seals what was written and is certain, and writes balances down up to there. Several may do so at a time; to be
     * called outside of any transaction.
     */
    public void seal() {
        sealing.run();
    }

    /** The invariants that do not hold, in the order in which they are checked; empty if the books are sound. */
    public List<Broken> audit() {
        return audit.run();
    }
}
