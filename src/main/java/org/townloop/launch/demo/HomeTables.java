package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Site;
import org.townloop.launch.demo.HomeDiary.Visit;
import tools.jackson.databind.json.JsonMapper;

/** Orders of what is done at homes, with the people's time and ways, their vouchers, scans and visits. */
final class HomeTables {

    private static final Duration HELD = Duration.ofMinutes(10);

    private final CopyTable orders = new CopyTable(
            "ordering.orders",
            "region_id, id, resident_id, merchant_id, place_id, state, total_minor, currency, terms, hold_expires_at,"
                    + " starts_at, created_at, paid_at, fulfilled_at, settled_at, no_show_at");
    private final CopyTable lines = new CopyTable(
            "ordering.line",
            "region_id, order_id, line, offer_id, offer_version, title, quantity, unit_minor, starts_at, ends_at,"
                    + " answers, site");
    private final CopyTable claims = new CopyTable(
            "booking.claim", "region_id, subject_id, during, place_id, order_id, line, kind, way_minutes");
    private final CopyTable jobs = new CopyTable(
            "booking.job",
            "region_id, order_id, line, place_id, resident_id, lat, lon, to_lat, to_lon, starts_at, ends_at,"
                    + " set_out_at");
    private final CopyTable vouchers = new CopyTable(
            "voucher.voucher",
            "region_id, id, order_id, line, unit, place_id, offer_id, resident_id, value_minor, currency,"
                    + " units_redeemed, state, starts_at, valid_until, issued_at, redeemed_at, redeemed_by");
    private final CopyTable scans = new CopyTable(
            "voucher.scan", "region_id, place_id, counter_id, nonce, voucher_id, outcome, redeemed_at, at");
    private final CopyTable redemptions = new CopyTable(
            "voucher.redemption", "region_id, voucher_id, unit, units, counter_id, nonce, value_minor, redeemed_at");
    private final CopyTable visited = new CopyTable(
            "visit.visit", "region_id, id, order_id, voucher_id, place_id, offer_id, resident_id, visited_at");

    private final Trades trades;
    private final JsonMapper json;

    HomeTables(Trades trades, JsonMapper json, List<Visit> visits) {
        this.trades = trades;
        this.json = json;
        visits.forEach(this::write);
    }

    List<CopyTable> tables() {
        return List.of(orders, lines, claims, jobs, vouchers, scans, redemptions, visited);
    }

    private void write(Visit visit) {
        order(visit);
        visit.crew().forEach(member -> claim(visit, member.id(), "STAFF", visit.way()));
        if (visit.trip() != null) {
            claim(visit, visit.trip().vehicle().id(), "RESOURCE", 0);
        }
        job(visit);
        voucher(visit);
        if (visit.booking().fate() == Fate.VISITED) {
            visited(visit);
        }
    }

    private void order(Visit visit) {
        var booking = visit.booking();
        var done = booking.fate() == Fate.VISITED ? booking.doneAt() : null;
        var mode = trades.mode(booking);
        var ends = endOf(visit);
        var noShow = mode.noShow();
        orders.row(
                booking.region(),
                booking.ids().order(),
                booking.resident().id(),
                booking.shop().merchant(),
                booking.shop().id(),
                booking.fate().state,
                booking.price().minor(),
                "CNY",
                trades.terms(booking),
                booking.createdAt().plus(HELD),
                booking.start(),
                booking.createdAt(),
                booking.paidAt(),
                done,
                done,
                done != null || noShow == null ? null : noShow.settledAt(booking.start(), ends));
        lines.row(
                booking.region(),
                booking.ids().order(),
                1,
                booking.offer().id(),
                1,
                json.writeValueAsString(booking.offer().title()),
                1,
                booking.price().minor(),
                booking.start(),
                ends,
                "{}",
                json.writeValueAsString(new Site(
                        String.valueOf(visit.home().words().zh()),
                        visit.home().point(),
                        visit.trip() == null ? null : site(visit.trip().to()))));
    }

    private static Site site(Address address) {
        return new Site(String.valueOf(address.words().zh()), address.point());
    }

    /** The window, and the work if it begins at its end. */
    private Instant endOf(Visit visit) {
        var window = Homes.window(trades.mode(visit.booking()));
        return visit.booking().start().plus(window).plus(Duration.ofMinutes(visit.minutes()));
    }

    /** A vehicle is taken without the way there. */
    private void claim(Visit visit, UUID subject, String kind, long way) {
        var booking = visit.booking();
        claims.row(
                booking.region(),
                subject,
                "[" + visit.planned().minus(Duration.ofMinutes(way)) + ","
                        + visit.done().plus(Duration.ofMinutes(booking.offer().minutesAfter())) + ")",
                booking.shop().id(),
                booking.ids().order(),
                1,
                kind,
                way);
    }

    private void job(Visit visit) {
        var booking = visit.booking();
        var point = visit.home().point();
        var end = visit.trip() == null ? null : visit.trip().to().point();
        jobs.row(
                booking.region(),
                booking.ids().order(),
                1,
                booking.shop().id(),
                booking.resident().id(),
                point.lat(),
                point.lon(),
                end == null ? null : end.lat(),
                end == null ? null : end.lon(),
                visit.planned(),
                visit.done(),
                booking.fate() == Fate.VISITED ? visit.planned().minus(Duration.ofMinutes(visit.way())) : null);
    }

    private void voucher(Visit visit) {
        var booking = visit.booking();
        var had = booking.fate() == Fate.VISITED;
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
                had ? 1 : 0,
                had ? "REDEEMED" : "ISSUED",
                booking.start(),
                booking.start().plus(Duration.ofDays(trades.mode(booking).voucherValidDays())),
                booking.paidAt(),
                when(had, booking.doneAt()),
                when(had, booking.shop().counter().id()));
    }

    private void visited(Visit visit) {
        var booking = visit.booking();
        var counter = booking.shop().counter().id();
        scans.row(
                booking.region(),
                booking.shop().id(),
                counter,
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
                counter,
                booking.ids().visit(),
                booking.price().minor(),
                booking.doneAt());
        visited.row(
                booking.region(),
                booking.ids().visit(),
                booking.ids().order(),
                booking.ids().voucher(),
                booking.shop().id(),
                booking.offer().id(),
                booking.resident().id(),
                booking.doneAt());
    }

    private static <T> @Nullable T when(boolean happened, T value) {
        return happened ? value : null;
    }
}
