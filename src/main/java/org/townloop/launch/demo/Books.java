package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Shares;

/** The ledger of all that was paid, released and given back. */
final class Books {

    private record Account(int region, String kind, UUID owner) {}

    private static final UUID NOBODY = new UUID(0, 0);
    private static final Duration REFUND_TAKES = Duration.ofSeconds(20);

    private final CopyTable transfers = new CopyTable(
            "ledger.transfer",
            "region_id, key, debit_id, credit_id, amount_minor, currency, kind, order_id, reason, at");
    private final CopyTable totals =
            new CopyTable("ledger.order_total", "region_id, order_id, currency, captured, released, refunded");

    private final Map<RegionId, Shares> shares;
    private final KeptShare kept;
    private final Map<Account, Long> accounts = new HashMap<>();

    private Books(Map<RegionId, Shares> shares, KeptShare kept) {
        this.shares = shares;
        this.kept = kept;
    }

    /** Opens the accounts that money will move through, in the caller's transaction. */
    static Books opened(JdbcTemplate jdbc, Map<RegionId, Shares> shares, KeptShare kept, List<Shop> shops) {
        var books = new Books(shares, kept);
        var accounts = books.accounts(shops);
        jdbc.execute((ConnectionCallback<Long>) accounts::into);
        jdbc.query("select region_id, kind, owner_id, id from ledger.account", row -> {
            books.accounts.put(
                    new Account(row.getInt("region_id"), row.getString("kind"), row.getObject("owner_id", UUID.class)),
                    row.getLong("id"));
        });
        return books;
    }

    List<CopyTable> of(List<Booking> bookings) {
        bookings.stream().filter(booking -> booking.fate().isPaid()).forEach(this::book);
        return List.of(transfers, totals);
    }

    private CopyTable accounts(List<Shop> shops) {
        var table = new CopyTable("ledger.account", "region_id, kind, owner_id, currency");
        shares.forEach((region, parts) -> {
            for (var kind : List.of("GATEWAY_CLEARING", "ESCROW", "REFUNDS_PAYABLE", "PLATFORM")) {
                table.row(region.number(), kind, NOBODY, "CNY");
            }
            if (parts.partner() != null) {
                table.row(region.number(), "PARTNER", parts.partner(), "CNY");
            }
        });
        shops.forEach(shop -> table.row(shop.region().number(), "MERCHANT", shop.merchant(), "CNY"));
        return table;
    }

    private void book(Booking booking) {
        var paid = booking.paid();
        move(
                booking,
                "CAPTURE",
                ours(booking, "GATEWAY_CLEARING"),
                ours(booking, "ESCROW"),
                paid,
                "capture " + booking.ids().intent(),
                booking.paidAt());
        switch (booking.fate()) {
            case VISITED -> {
                release(booking, paid, "redemption of " + booking.ids().voucher());
                total(booking, paid.minor(), 0);
            }
            case REFUNDED, REFUNDED_IN_PART -> {
                refund(booking, kept.refunded(booking));
                if (kept.kept(booking).isPositive()) {
                    release(
                            booking,
                            kept.kept(booking),
                            "cancellation fee of " + booking.ids().order());
                }
                total(
                        booking,
                        kept.kept(booking).minor(),
                        kept.refunded(booking).minor());
            }
            case AWAITED, MISSED, LAPSED, DROPPED -> total(booking, 0, 0);
        }
    }

    /** As the ledger splits: platform and partner rounded down, the merchant has the rest. */
    private void release(Booking booking, Money gross, String cause) {
        var parts = shares.getOrDefault(booking.shop().region(), new Shares(0, 0, null));
        var platform = gross.basisPoints(parts.platformBasisPoints());
        var partner = parts.partner() == null ? gross.minus(gross) : gross.basisPoints(parts.partnerBasisPoints());
        var escrow = ours(booking, "ESCROW");
        var merchant = new Account(booking.region(), "MERCHANT", booking.shop().merchant());
        move(booking, "RELEASE", escrow, merchant, gross.minus(platform).minus(partner), cause, booking.doneAt());
        if (partner.isPositive() && parts.partner() != null) {
            var earner = new Account(booking.region(), "PARTNER", parts.partner());
            move(booking, "PARTNER_SHARE", escrow, earner, partner, cause, booking.doneAt());
        }
        move(booking, "PLATFORM_SHARE", escrow, ours(booking, "PLATFORM"), platform, cause, booking.doneAt());
    }

    private void refund(Booking booking, Money amount) {
        var payable = ours(booking, "REFUNDS_PAYABLE");
        move(
                booking,
                "REFUND",
                ours(booking, "ESCROW"),
                payable,
                amount,
                "cancellation of " + booking.ids().order(),
                booking.doneAt());
        move(
                booking,
                "REFUND_PAID",
                payable,
                ours(booking, "GATEWAY_CLEARING"),
                amount,
                "refund " + booking.ids().refund(),
                booking.doneAt().plus(REFUND_TAKES));
    }

    private void move(
            Booking booking, String kind, Account debit, Account credit, Money amount, String cause, Instant at) {
        transfers.row(
                booking.region(),
                cause + "/" + kind,
                accounts.get(debit),
                accounts.get(credit),
                amount.minor(),
                "CNY",
                kind,
                booking.ids().order(),
                cause,
                at);
    }

    private void total(Booking booking, long released, long refunded) {
        totals.row(
                booking.region(), booking.ids().order(), "CNY", booking.paid().minor(), released, refunded);
    }

    private static Account ours(Booking booking, String kind) {
        return new Account(booking.region(), kind, NOBODY);
    }
}
