package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.json.JsonMapper;

/** Orders with the times they take, their vouchers, scans and visits, and what is still to be reminded of. */
final class OrderTables {

    private static final Duration HELD = Duration.ofMinutes(10);
    private static final Duration REMIND_BEFORE = Duration.ofHours(3);

    private final CopyTable orders = new CopyTable(
            "ordering.orders",
            "region_id, id, resident_id, merchant_id, place_id, state, total_minor, currency, terms, hold_expires_at,"
                    + " starts_at, created_at, paid_at, fulfilled_at, settled_at, closed_at");
    private final CopyTable lines = new CopyTable(
            "ordering.line",
            "region_id, order_id, line, offer_id, offer_version, title, quantity, unit_minor, starts_at, ends_at,"
                    + " answers");
    private final CopyTable claims =
            new CopyTable("booking.claim", "region_id, subject_id, during, place_id, order_id, line, kind");
    private final CopyTable vouchers = new CopyTable(
            "voucher.voucher",
            "region_id, id, order_id, line, unit, place_id, offer_id, resident_id, value_minor, currency,"
                    + " units_redeemed, state, starts_at, valid_until, issued_at, redeemed_at, redeemed_by");
    private final CopyTable scans = new CopyTable(
            "voucher.scan", "region_id, place_id, counter_id, nonce, voucher_id, outcome, redeemed_at, at");
    private final CopyTable redemptions = new CopyTable(
            "voucher.redemption", "region_id, voucher_id, unit, units, counter_id, nonce, value_minor, redeemed_at");
    private final CopyTable visits = new CopyTable(
            "visit.visit", "region_id, id, order_id, voucher_id, place_id, offer_id, resident_id, visited_at");
    private final CopyTable reminders =
            new CopyTable("notice.reminder", "order_id, region_id, person_id, due_at, facts");

    private final Map<RegionId, String> terms;
    private final Duration voucherGood;
    private final JsonMapper json;
    private final Map<Words, String> texts = new HashMap<>();

    /** @param terms of each region, as JSON */
    OrderTables(
            Map<RegionId, String> terms, Duration voucherGood, JsonMapper json, List<Booking> bookings, Instant now) {
        this.terms = terms;
        this.voucherGood = voucherGood;
        this.json = json;
        for (var booking : bookings) {
            if (booking.meal().isPresent()) {
                continue;
            }
            order(booking);
            if (booking.fate().takesTime()) {
                claim(booking, booking.worker().id(), "STAFF");
                claim(booking, booking.seat().id(), "RESOURCE");
            }
            if (booking.fate().isPaid()) {
                voucher(booking);
            }
            if (booking.fate() == Fate.VISITED) {
                visit(booking);
            }
            if (booking.start().minus(REMIND_BEFORE).isAfter(now) && booking.fate() == Fate.AWAITED) {
                remind(booking);
            }
        }
    }

    List<CopyTable> tables() {
        return List.of(orders, lines, claims, vouchers, scans, redemptions, visits, reminders);
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
                booking.price().minor(),
                "CNY",
                terms.get(booking.shop().region()),
                booking.createdAt().plus(HELD),
                booking.start(),
                booking.createdAt(),
                when(fate.isPaid(), booking.paidAt()),
                when(fate == Fate.VISITED, done),
                when(fate == Fate.VISITED, done),
                when(!fate.takesTime(), done));
        lines.row(
                booking.region(),
                booking.ids().order(),
                1,
                booking.offer().id(),
                booking.version(),
                text(booking.offer().title()),
                1,
                booking.price().minor(),
                booking.start(),
                booking.end(),
                "{}");
    }

    private void claim(Booking booking, UUID subject, String kind) {
        claims.row(
                booking.region(),
                subject,
                "[" + booking.takenFrom() + "," + booking.takenTo() + ")",
                booking.shop().id(),
                booking.ids().order(),
                1,
                kind);
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
                booking.price().minor(),
                "CNY",
                visited ? 1 : 0,
                visited ? "REDEEMED" : booking.fate().isRefunded() ? "REVOKED" : "ISSUED",
                booking.start(),
                booking.start().plus(voucherGood),
                booking.paidAt(),
                when(visited, booking.doneAt()),
                when(visited, booking.shop().counter().id()));
    }

    private void visit(Booking booking) {
        scans.row(
                booking.region(),
                booking.shop().id(),
                booking.shop().counter().id(),
                booking.ids().visit(),
                booking.ids().voucher(),
                "REDEEMED",
                booking.doneAt(),
                booking.doneAt());
        redemptions.row(
                booking.region(),
                booking.ids().voucher(),
                1,
                1,
                booking.shop().counter().id(),
                booking.ids().visit(),
                booking.price().minor(),
                booking.doneAt());
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

    private void remind(Booking booking) {
        var facts = Map.of(
                "title", booking.offer().title(),
                "place", booking.shop().name(),
                "totalMinor", booking.price().minor(),
                "currency", "CNY",
                "startsAt", booking.start().toString());
        reminders.row(
                booking.ids().order(),
                booking.region(),
                booking.resident().id(),
                booking.start().minus(REMIND_BEFORE),
                json.writeValueAsString(new TreeMap<>(facts)));
    }

    private String text(Words words) {
        return texts.computeIfAbsent(words, json::writeValueAsString);
    }

    private static <T> @Nullable T when(boolean happened, T value) {
        return happened ? value : null;
    }
}
