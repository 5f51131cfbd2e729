package org.townloop.loop.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;

/** Writes single transfers, now. */
@Component
class Journal {

    private final Transfers transfers;
    private final Clock clock;

    Journal(Transfers transfers, Clock clock) {
        this.transfers = transfers;
        this.clock = clock;
    }

    /**
     * @param about the order, the payout or the gift voucher that it is about
     * @return false if this cause has moved it already
     */
    boolean move(TransferKind kind, UUID debitOwner, UUID creditOwner, UUID about, Money amount, String cause) {
        return write(List.of(transfer(kind, debitOwner, creditOwner, about, amount, cause)));
    }

    /** Between two of the region's own accounts. */
    boolean move(TransferKind kind, UUID about, Money amount, String cause) {
        return move(kind, Account.NOBODY, Account.NOBODY, about, amount, cause);
    }

    boolean write(List<Transfer> moves) {
        return !writeAll(moves).isEmpty();
    }

    /** The causes that moved money now. */
    Set<String> writeAll(List<Transfer> moves) {
        return transfers.write(moves);
    }

    Transfer capture(Capture capture) {
        return transfer(
                TransferKind.CAPTURE,
                Account.NOBODY,
                Account.NOBODY,
                capture.order(),
                capture.amount(),
                capture.cause());
    }

    Transfer coupon(Capture coupon) {
        return transfer(
                TransferKind.COUPON, Account.NOBODY, Account.NOBODY, coupon.order(), coupon.amount(), coupon.cause());
    }

    Transfer transfer(TransferKind kind, UUID debitOwner, UUID creditOwner, UUID about, Money amount, String cause) {
        return new Transfer(
                kind,
                new Account(kind.debit(), debitOwner),
                new Account(kind.credit(), creditOwner),
                amount,
                about,
                cause,
                clock.instant());
    }
}
