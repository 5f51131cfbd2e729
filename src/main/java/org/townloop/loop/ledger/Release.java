package org.townloop.loop.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        add(transfers, TransferKind.RELEASE, merchant, split.merchant(), split.rounding());
        add(transfers, TransferKind.PARTNER_SHARE, shares.partner(), split.partner(), 0);
        add(transfers, TransferKind.PLATFORM_SHARE, Account.NOBODY, split.platform(), 0);
        add(transfers, TransferKind.REFERRER_SHARE, shares.referrer(), split.referrer(), 0);
        return transfers;
    }

    private void add(List<Transfer> transfers, TransferKind kind, @Nullable UUID to, Money part, int rounding) {
        if (to != null && !part.isZero()) {
            transfers.add(new Transfer(
                    kind, Account.ESCROW, new Account(kind.credit(), to), part, order, cause, at, rounding));
        }
    }
}
