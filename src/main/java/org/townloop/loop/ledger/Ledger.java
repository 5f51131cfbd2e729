package org.townloop.loop.ledger;

import java.time.Clock;
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
    private final Clock clock;

    Ledger(Transfers transfers, OrderTotals totals, Statements statements, BookAudit audit, Clock clock) {
        this.transfers = transfers;
        this.totals = totals;
        this.statements = statements;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The resident's money has arrived at the gateway and is held in escrow for the order.
     *
     * @return false if this cause has moved it already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean capture(UUID order, Money amount, String cause) {
        return move(TransferKind.CAPTURE, Account.GATEWAY_CLEARING, Account.ESCROW, order, amount, cause);
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
        return move(TransferKind.REFUND, Account.ESCROW, Account.REFUNDS_PAYABLE, order, amount, cause);
    }

    /**
     * The gateway has paid a refund back.
     *
     * @return false if this cause was booked already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean refundPaid(UUID order, Money amount, String cause) {
        return move(TransferKind.REFUND_PAID, Account.REFUNDS_PAYABLE, Account.GATEWAY_CLEARING, order, amount, cause);
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

    /** The invariants that do not hold, in the order in which they are checked; empty if the books are sound. */
    public List<Broken> audit() {
        return audit.run();
    }

    private boolean move(TransferKind kind, Account debit, Account credit, UUID order, Money amount, String cause) {
        var transfer = new Transfer(kind, debit, credit, amount, order, cause, clock.instant());
        return !transfers.write(List.of(transfer)).isEmpty();
    }
}
