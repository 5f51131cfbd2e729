package org.townloop.loop.ledger;

import java.util.ArrayList;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Shares;

/**
 * The shares of platform and partner in what a shop took itself, split as a release is. The merchant's balance pays, and
 * may be below zero afterwards: its next releases net it.
 */
@Component
public class CommissionBook {

    private final Journal journal;

    CommissionBook(Journal journal) {
        this.journal = journal;
    }

    /**
     * The shop has taken money for an order.
     *
     * @param taken what the resident paid there
     * @param shares as they were when the order was sold
     * @return false if nothing moved: this cause has moved it already, or the shares are zero
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean charge(UUID order, Money taken, UUID merchant, Shares shares, String cause) {
        var split = Split.of(taken, shares);
        var transfers = new ArrayList<Transfer>();
        if (split.platform().isPositive()) {
            transfers.add(journal.transfer(
                    TransferKind.COMMISSION, merchant, Account.NOBODY, order, split.platform(), cause));
        }
        if (split.partner().isPositive() && shares.partner() != null) {
            transfers.add(journal.transfer(
                    TransferKind.PARTNER_COMMISSION, merchant, shares.partner(), order, split.partner(), cause));
        }
        return journal.write(transfers);
    }

    /**
     * The shop has another sum of an order than it had: the shares of the one are charged or given back until they are
     * those of the other. However often a sum changes, what was charged in all is the shares of what the shop has.
     *
     * @param before what it had, at least zero
     * @param now what it has, at least zero
     * @return false if nothing moved
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean change(UUID order, Money before, Money now, UUID merchant, Shares shares, String cause) {
        var was = Split.of(before, shares);
        var is = Split.of(now, shares);
        var transfers = new ArrayList<Transfer>();
        var platform = is.platform().minus(was.platform());
        if (platform.isPositive()) {
            transfers.add(journal.transfer(TransferKind.COMMISSION, merchant, Account.NOBODY, order, platform, cause));
        } else if (!platform.isZero()) {
            transfers.add(journal.transfer(
                    TransferKind.COMMISSION_BACK, Account.NOBODY, merchant, order, platform.times(-1), cause));
        }
        var partner = is.partner().minus(was.partner());
        if (shares.partner() != null && partner.isPositive()) {
            transfers.add(journal.transfer(
                    TransferKind.PARTNER_COMMISSION, merchant, shares.partner(), order, partner, cause));
        } else if (shares.partner() != null && !partner.isZero()) {
            transfers.add(journal.transfer(
                    TransferKind.PARTNER_COMMISSION_BACK, shares.partner(), merchant, order, partner.times(-1), cause));
        }
        return journal.write(transfers);
    }

    /**
     * The shop has given it back, or never took it. The same amount and shares give the same parts.
     *
     * @return false if nothing moved
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean giveBack(UUID order, Money taken, UUID merchant, Shares shares, String cause) {
        var split = Split.of(taken, shares);
        var transfers = new ArrayList<Transfer>();
        if (split.platform().isPositive()) {
            transfers.add(journal.transfer(
                    TransferKind.COMMISSION_BACK, Account.NOBODY, merchant, order, split.platform(), cause));
        }
        if (split.partner().isPositive() && shares.partner() != null) {
            transfers.add(journal.transfer(
                    TransferKind.PARTNER_COMMISSION_BACK, shares.partner(), merchant, order, split.partner(), cause));
        }
        return journal.write(transfers);
    }
}
