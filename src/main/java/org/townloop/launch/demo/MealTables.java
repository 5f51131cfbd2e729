package org.townloop.launch.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.RegionId;
import tools.jackson.databind.json.JsonMapper;

/** Orders of set menus with the units of days that they take, their vouchers, scans and visits. */
final class MealTables {

    private record OfferDay(int region, UUID offer, LocalDate day) {}

    private static final Duration HELD = Duration.ofMinutes(10);

    private final CopyTable orders = new CopyTable(
            "ordering.orders",
            "region_id, id, resident_id, merchant_id, place_id, state, total_minor, currency, terms, hold_expires_at,"
                    + " starts_at, created_at, paid_at, fulfilled_at, settled_at, closed_at");
    private final CopyTable lines = new CopyTable(
            "ordering.line",
            "region_id, order_id, line, offer_id, offer_version, title, quantity, unit_minor, extra_minor, starts_at,"
                    + " ends_at, answers");
    private final CopyTable days = new CopyTable("booking.day_capacity", "region_id, offer_id, day, taken, capacity");
    private final CopyTable claims =
            new CopyTable("booking.day_claim", "region_id, order_id, line, offer_id, day, place_id, units");
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

    private final Map<RegionId, String> terms;
    private final JsonMapper json;
    private final Map<OfferDay, Integer> taken = new LinkedHashMap<>();
    private final Map<UUID, Integer> capacities = new HashMap<>();

    /** @param terms of each region, as JSON */
    MealTables(Map<RegionId, String> terms, JsonMapper json, List<Booking> bookings) {
        this.terms = terms;
        this.json = json;
        bookings.forEach(booking -> booking.meal().ifPresent(meal -> write(booking, meal)));
        taken.forEach((day, units) ->
                days.row(day.region(), day.offer(), day.day(), units, capacities.getOrDefault(day.offer(), units)));
    }

    List<CopyTable> tables() {
        return List.of(orders, lines, days, claims, vouchers, scans, redemptions, visits);
    }

    private void write(Booking booking, Booking.Meal meal) {
        order(booking, meal);
        voucher(booking, meal);
        if (booking.fate().takesTime()) {
            claim(booking, meal);
        }
        if (booking.fate() == Fate.VISITED) {
            visit(booking, meal);
        }
    }

    private void order(Booking booking, Booking.Meal meal) {
        var visited = booking.fate() == Fate.VISITED;
        orders.row(
                booking.region(),
                booking.ids().order(),
                booking.resident().id(),
                booking.shop().merchant(),
                booking.shop().id(),
                booking.fate().state,
                booking.price().minor(),
                "CNY",
                terms.get(booking.shop().region()),
                booking.createdAt().plus(HELD),
                booking.start(),
                booking.createdAt(),
                booking.paidAt(),
                when(visited, booking.doneAt()),
                when(visited, booking.doneAt()),
                when(booking.fate().isRefunded(), booking.doneAt()));
        lines.row(
                booking.region(),
                booking.ids().order(),
                1,
                booking.offer().id(),
                booking.version(),
                json.writeValueAsString(booking.offer().title()),
                meal.units(),
                booking.offer().price(),
                meal.extraMinor(),
                booking.start(),
                meal.until(),
                meal.answers());
    }

    private void claim(Booking booking, Booking.Meal meal) {
        var offer = booking.offer();
        taken.merge(new OfferDay(booking.region(), offer.id(), meal.day()), meal.units(), Integer::sum);
        capacities.put(offer.id(), offer.meal().orElseThrow().dailyCapacity());
        claims.row(
                booking.region(),
                booking.ids().order(),
                1,
                offer.id(),
                meal.day(),
                booking.shop().id(),
                meal.units());
    }

    private void voucher(Booking booking, Booking.Meal meal) {
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
                meal.units(),
                visited ? meal.units() : 0,
                visited ? "REDEEMED" : booking.fate().isRefunded() ? "REVOKED" : "ISSUED",
                booking.start(),
                meal.until(),
                booking.paidAt(),
                when(visited, booking.doneAt()),
                when(visited, booking.shop().counter().id()));
    }

    private void visit(Booking booking, Booking.Meal meal) {
        var counter = booking.shop().counter().id();
        var value = booking.price().minor();
        scans.row(
                booking.region(),
                booking.shop().id(),
                counter,
                booking.ids().visit(),
                booking.ids().voucher(),
                "REDEEMED",
                booking.doneAt(),
                booking.doneAt(),
                meal.units(),
                0);
        for (int unit = 1; unit <= meal.units(); unit++) {
            redemptions.row(
                    booking.region(),
                    booking.ids().voucher(),
                    unit,
                    meal.units(),
                    counter,
                    booking.ids().visit(),
                    value * unit / meal.units() - value * (unit - 1) / meal.units(),
                    booking.doneAt());
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

    private static <T> @Nullable T when(boolean happened, T value) {
        return happened ? value : null;
    }
}
