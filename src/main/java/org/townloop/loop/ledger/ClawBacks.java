package org.townloop.loop.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/** Reads who has what of an order, and writes what they give back. */
@Component
class ClawBacks {

    private static final List<Account.Kind> EARNERS =
            List.of(Account.Kind.MERCHANT, Account.Kind.PARTNER, Account.Kind.PLATFORM, Account.Kind.REFERRER);

    private static final List<TransferKind> BACK = List.of(
            TransferKind.CLAW_BACK,
            TransferKind.PARTNER_SHARE_BACK,
            TransferKind.PLATFORM_SHARE_BACK,
            TransferKind.REFERRER_SHARE_BACK);

    // Whoever else moves this order's money waits, so that what is read is what is there when it is written.
    private static final String LOCK =
            "select currency from ledger.order_total where (region_id, order_id) = (?, ?) for update";

    private static final String HAD = """
        select a.kind, a.owner_id, sum(case when t.credit_id = a.id then t.amount_minor else -t.amount_minor end) as had
        from ledger.transfer t
        join ledger.account a on a.region_id = t.region_id and a.id in (t.debit_id, t.credit_id)
        where (t.region_id, t.order_id) = (?, ?) and t.kind in (%s) and a.kind in (%s) and a.currency = ?
        group by a.kind, a.owner_id
        """.formatted(
            TransferKind.with(Effect.RELEASES, Effect.TAKES_BACK), "'MERCHANT', 'PARTNER', 'PLATFORM', 'REFERRER'");

    private static final String BEFORE = """
        select coalesce(sum(amount_minor), 0) from ledger.transfer
        where (region_id, order_id, reason) = (?, ?, ?) and kind in (%s)
        """.formatted(TransferKind.with(Effect.TAKES_BACK));

    private record Had(Account account, long minor) {}

    private final JdbcTemplate jdbc;
    private final Journal journal;

    ClawBacks(JdbcTemplate jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /** @throws Overdrawn if less than that was released, and is still with those who earned it */
    ClawBack of(UUID order, Money amount) {
        return ClawBack.of(amount, amounts(had(order, amount), amount));
    }

    boolean take(UUID order, Money amount, String cause) {
        var region = RegionId.of(order).number();
        jdbc.queryForList(LOCK, String.class, region, order);
        var before = jdbc.queryForObject(BEFORE, Long.class, region, order, cause);
        if (before != null && before > 0) {
            requireSame(before, amount, cause);
            return false;
        }
        var had = had(order, amount);
        return journal.write(transfers(had, ClawBack.of(amount, amounts(had, amount)), order, cause));
    }

    private static void requireSame(long before, Money amount, String cause) {
        if (before != amount.minor()) {
            throw new IllegalStateException(cause + " has taken back " + before + ", not " + amount.minor());
        }
    }

    private List<Had> had(UUID order, Money amount) {
        return jdbc.query(
                HAD,
                (row, number) -> new Had(
                        new Account(Account.Kind.valueOf(row.getString("kind")), row.getObject("owner_id", UUID.class)),
                        row.getLong("had")),
                RegionId.of(order).number(),
                order,
                amount.currency().getCurrencyCode());
    }

    private static List<Money> amounts(List<Had> had, Money amount) {
        return EARNERS.stream()
                .map(kind -> had.stream()
                        .filter(one -> one.account().kind() == kind)
                        .mapToLong(Had::minor)
                        .sum())
                .map(minor -> new Money(minor, amount.currency()))
                .toList();
    }

    private List<Transfer> transfers(List<Had> had, ClawBack parts, UUID order, String cause) {
        var amounts = List.of(parts.merchant(), parts.partner(), parts.platform(), parts.referrer());
        var transfers = new ArrayList<Transfer>();
        for (int place = 0; place < amounts.size(); place++) {
            if (amounts.get(place).isPositive()) {
                var owner = ownerOf(had, EARNERS.get(place));
                transfers.add(
                        journal.transfer(BACK.get(place), owner, Account.NOBODY, order, amounts.get(place), cause));
            }
        }
        return transfers;
    }

    /** An order is sold by one merchant, with one partner, and by the word of one person. */
    private static UUID ownerOf(List<Had> had, Account.Kind kind) {
        var owners = had.stream()
                .map(Had::account)
                .filter(account -> account.kind() == kind)
                .toList();
        if (owners.size() != 1) {
            throw new IllegalStateException("not one " + kind + ": " + owners);
        }
        return owners.getFirst().owner();
    }
}
