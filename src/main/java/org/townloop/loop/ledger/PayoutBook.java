package org.townloop.loop.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/**
 * Money on its way from merchants and partners to their banks, in the transaction of the run or of the bank's answer. A
 * cause that has moved its money already moves nothing.
 */
@Component
public class PayoutBook {

    /**
     * An amount on its way.
     *
     * @param id of the payout; its region is that of the payee
     * @param cause what moves it, e.g. {@code payout 0198…}; the same cause moves it once
     */
    public record Payout(UUID id, Payee payee, Money amount, String cause) {}

    private final Transfers transfers;
    private final Journal journal;
    private final Payables payables;

    PayoutBook(Transfers transfers, Journal journal, Payables payables) {
        this.transfers = transfers;
        this.journal = journal;
        this.payables = payables;
    }

    /**
     * What each merchant and partner of the region has in this or that currency, and what of it may be paid out: the
     * balance without what was earned since the instant, orders that were earned and taken back since counted net.
     * Those who never earned anything are left out.
     */
    public List<Payable> payables(RegionId region, Instant earnedBefore) {
        return payables(region, earnedBefore, Set.of());
    }

    /** The same without what the orders brought that somebody objects to: their money stands still. */
    public List<Payable> payables(RegionId region, Instant earnedBefore, Collection<UUID> disputed) {
        return payables.of(region, null, earnedBefore, disputed);
    }

    /** The same of one payee: empty if it never earned anything. */
    public List<Payable> payables(RegionId region, Payee payee, Instant earnedBefore, Collection<UUID> disputed) {
        return payables.of(region, payee.owner(), earnedBefore, disputed);
    }

    /**
     * As many as a run has, by one statement. Whoever else pays out the same payees waits.
     *
     * @return the causes that moved money now
     * @throws Overdrawn if one of the payees does not have as much; nothing has moved
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> payOut(Collection<Payout> payouts) {
        return transfers.write(payouts.stream().map(this::out).toList());
    }

    /** The bank has paid it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean paid(Payout payout) {
        return !paid(List.of(payout)).isEmpty();
    }

    /** As many by one statement; the causes that moved money now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> paid(Collection<Payout> payouts) {
        return transfers.write(payouts.stream()
                .map(payout -> journal.transfer(
                        TransferKind.PAYOUT_PAID,
                        payout.payee().owner(),
                        Account.NOBODY,
                        payout.id(),
                        payout.amount(),
                        payout.cause()))
                .toList());
    }

    /** The bank has not paid it: the payee has it again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean failed(Payout payout) {
        return !failed(List.of(payout)).isEmpty();
    }

    /** As many by one statement; the causes that moved money now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> failed(Collection<Payout> payouts) {
        return transfers.write(payouts.stream().map(this::back).toList());
    }

    /** The bank had paid them and has them returned: the payees have them again. The causes that moved money now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> returned(Collection<Payout> payouts) {
        return transfers.write(payouts.stream().map(this::returned).toList());
    }

    private Transfer returned(Payout payout) {
        var kind = switch (payout.payee()) {
            case Payee.Merchant merchant -> TransferKind.PAYOUT_RETURNED;
            case Payee.Partner partner -> TransferKind.PARTNER_PAYOUT_RETURNED;
        };
        return journal.transfer(
                kind, Account.NOBODY, payout.payee().owner(), payout.id(), payout.amount(), payout.cause());
    }

    private Transfer back(Payout payout) {
        var kind = switch (payout.payee()) {
            case Payee.Merchant merchant -> TransferKind.PAYOUT_FAILED;
            case Payee.Partner partner -> TransferKind.PARTNER_PAYOUT_FAILED;
        };
        return transfer(kind, payout);
    }

    private Transfer out(Payout payout) {
        var kind = switch (payout.payee()) {
            case Payee.Merchant merchant -> TransferKind.PAYOUT;
            case Payee.Partner partner -> TransferKind.PARTNER_PAYOUT;
        };
        return transfer(kind, payout);
    }

    private Transfer transfer(TransferKind kind, Payout payout) {
        var owner = payout.payee().owner();
        return journal.transfer(kind, owner, owner, payout.id(), payout.amount(), payout.cause());
    }
}
