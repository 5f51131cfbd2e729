package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Site;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.json.JsonMapper;

/** Orders with their vouchers, scans and visits, whatever they take. */
final class OrderTables {

    private static final Duration HELD = Duration.ofMinutes(10);

    private final CopyTable orders = new CopyTable(
            "ordering.orders",
            "region_id, id, resident_id, merchant_id, place_id, state, total_minor, balance_minor, currency, terms,"
                + " hold_expires_at, starts_at, created_at, paid_at, fulfilled_at, settled_at, closed_at, no_show_at");
    private final CopyTable lines = new CopyTable(
            "ordering.line",
            "region_id, order_id, line, offer_id, offer_version, title, quantity, unit_minor, extra_minor, starts_at,"
                    + " ends_at, answers, site");
    private final CopyTable deliveries =
            new CopyTable("ordering.delivery", "region_id, order_id, fee_minor, state, packed_at, out_at");
    private final CopyTable balances = new CopyTable(
            "ordering.balance_receipt", "region_id, id, order_id, amount_minor, means, noted_by, noted_at");
    private final CopyTable vouchers = new CopyTable(
            "voucher.voucher",
            "region_id, id, order_id, line, unit, place_id, offer_id, resident_id, value_minor, currency, units,"
                    + " units_redeemed, state, starts_at, valid_until, issued_at, redeemed_at, redeemed_by");
    private final CopyTable scans = new CopyTable(
            "voucher.scan",
            "region_id, place_id, counter_id, nonce, voucher_id, outcome, redeemed_at, at, units, units_left");
    private final CopyTable redemptions = new CopyTable(
            "voucher.redemption", "region_id, voucher_id, unit, units, counter_id, nonce, value_minor, redeemed_at");
    private final CopyTable visits = new CopyTable(
            "visit.visit", "region_id, id, order_id, voucher_id, place_id, offer_id, resident_id, visited_at");

    private final Trades trades;
    private final JsonMapper json;
    private final Map<Words, String> texts = new HashMap<>();

    OrderTables(Trades trades, JsonMapper json, List<Booking> bookings) {
        this.trades = trades;
        this.json = json;
        bookings.forEach(this::write);
    }

    /** Lines refer to orders, and so on: in this order. */
    List<CopyTable> tables() {
        return List.of(orders, lines, deliveries, balances, vouchers, scans, redemptions, visits);
    }

    private void write(Booking booking) {
        order(booking);
        if (booking.had() instanceof Had.Goods goods) {
            goods(booking, goods);
        } else {
            line(booking);
        }
        if (booking.fate().isPaid()) {
            voucher(booking);
        }
        if (booking.fate() == Fate.VISITED) {
            visit(booking);
            balance(booking);
        }
    }

    /** Whoever has come has paid the rest, in cash or at the place's own terminal. */
    private void balance(Booking booking) {
        if (booking.balance().isPositive()) {
            balances.row(
                    booking.region(),
                    Ids.of(
                            booking.shop().region(),
                            booking.doneAt(),
                            booking.ids().visit().getLeastSignificantBits()),
                    booking.ids().order(),
                    booking.balance().minor(),
                    booking.doneAt().getEpochSecond() % 3 == 0 ? "CASH" : "TERMINAL",
                    booking.redeemer(),
                    booking.doneAt());
        }
    }

    private void order(Booking booking) {
        var fate = booking.fate();
        var done = booking.doneAt();
        orders.row(
                booking.region(),
                booking.ids().order(),
                booking.resident().id(),
                booking.shop().merchant(),
                booking.shop().id(),
                fate.state,
                booking.paid().minor(),
                booking.balance().minor(),
                "CNY",
                trades.terms(booking),
                booking.createdAt().plus(HELD),
                booking.startsAt(),
                booking.createdAt(),
                when(fate.isPaid(), booking.paidAt()),
                when(fate == Fate.VISITED, done),
                when(fate == Fate.VISITED, done),
                when(!fate.takesTime(), done),
                deliveredBy(booking));
    }

    private void line(Booking booking) {
        lines.row(
                booking.region(),
                booking.ids().order(),
                1,
                booking.offer().id(),
                booking.version(),
                texts.computeIfAbsent(booking.offer().title(), json::writeValueAsString),
                booking.units(),
                booking.unitPrice(),
                booking.had().extraMinor(),
                booking.startsAt(),
                booking.endsAt(),
                booking.had().answers(),
                null);
    }

    private void goods(Booking booking, Had.Goods goods) {
        var home = goods.home();
        var site = home == null
                ? null
                : json.writeValueAsString(new Site(String.valueOf(home.words().zh()), home.point()));
        for (int i = 0; i < goods.all().size(); i++) {
            var put = goods.all().get(i);
            lines.row(
                    booking.region(),
                    booking.ids().order(),
                    i + 1,
                    put.article().id(),
                    put.article().version(),
                    texts.computeIfAbsent(put.article().title(), json::writeValueAsString),
                    put.count(),
                    put.article().price(),
                    0,
                    booking.start(),
                    booking.end(),
                    "{\"substitution\":\"similar\"}",
                    site);
        }
        var brought = booking.fate() == Fate.VISITED;
        deliveries.row(
                booking.region(),
                booking.ids().order(),
                goods.feeMinor(),
                brought ? (home == null ? "PACKED" : "ON_THE_WAY") : "ORDERED",
                when(brought, booking.start().minusSeconds(1_800)),
                when(brought && home != null, booking.start()));
    }

    private void voucher(Booking booking) {
        var visited = booking.fate() == Fate.VISITED;
        vouchers.row(
                booking.region(),
                booking.ids().voucher(),
                booking.ids().order(),
                1,
                1,
                booking.shop().id(),
                booking.offer().id(),
                booking.resident().id(),
                booking.paid().minor(),
                "CNY",
                booking.units(),
                visited ? booking.units() : 0,
                visited ? "REDEEMED" : booking.fate().isRefunded() ? "REVOKED" : "ISSUED",
                booking.startsAt(),
                booking.voucherUntil(trades.voucherGood(booking)),
                booking.paidAt(),
                when(visited, booking.doneAt()),
                when(visited, booking.redeemer()));
    }

    private void visit(Booking booking) {
        scans.row(
                booking.region(),
                booking.shop().id(),
                booking.redeemer(),
                booking.ids().visit(),
                booking.ids().voucher(),
                "REDEEMED",
                booking.doneAt(),
                booking.doneAt(),
                booking.units(),
                0);
        for (int unit = 1; unit <= booking.units(); unit++) {
            redemption(booking, unit);
        }
        visits.row(
                booking.region(),
                booking.ids().visit(),
                booking.ids().order(),
                booking.ids().voucher(),
                booking.shop().id(),
                booking.offer().id(),
                booking.resident().id(),
                booking.doneAt());
    }

    private void redemption(Booking booking, int unit) {
        var value = booking.paid().minor();
        redemptions.row(
                booking.region(),
                booking.ids().voucher(),
                unit,
                booking.units(),
                booking.redeemer(),
                booking.ids().visit(),
                value * unit / booking.units() - value * (unit - 1) / booking.units(),
                booking.doneAt());
    }

    /** When what nobody has opened yet counts as delivered; null for all else. */
    private @Nullable Instant deliveredBy(Booking booking) {
        var unopened = trades.mode(booking).cancellation().unopened();
        return unopened == null || booking.fate() != Fate.AWAITED
                ? null
                : booking.createdAt().plus(unopened);
    }

    private static <T> @Nullable T when(boolean happened, T value) {
        return happened ? value : null;
    }
}
