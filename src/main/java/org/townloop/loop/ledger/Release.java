package org.townloop.loop.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Shares;

/**
 * What of an order's escrow goes to those who earned it.
 *
 * @param gross what the resident paid for it; above zero
 * @param shares as they were when the order was sold
 * @param cause what earned it, e.g. {@code redemption 0198…}; the same cause releases once
 */
public record Release(UUID order, Money gross, UUID merchant, Shares shares, String cause, Instant at) {

    List<Transfer> transfers() {
        var split = Split.of(gross, shares);
        var transfers = new ArrayList<Transfer>();
        add(transfers, TransferKind.RELEASE, Account.merchant(merchant), split.merchant());
        if (shares.partner() != null) {
            add(transfers, TransferKind.PARTNER_SHARE, Account.partner(shares.partner()), split.partner());
        }
        add(transfers, TransferKind.PLATFORM_SHARE, Account.PLATFORM, split.platform());
        return transfers;
    }

    private void add(List<Transfer> transfers, TransferKind kind, Account to, Money part) {
        if (!part.isZero()) {
            transfers.add(new Transfer(kind, Account.ESCROW, to, part, order, cause, at));
        }
    }
}
