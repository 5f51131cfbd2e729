package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Site;
import org.townloop.loop.checkout.Balances;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.OrderMoney;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.visit.Visits;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherState;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.booking.HomeJobs;
import org.townloop.supply.booking.SoldSessions;

/** Orders as JSON shows them. */
@Component
class OrderViews {

    /**
     * @param total what is paid now
     * @param price of all of it
     * @param balance what is left to be paid at the place
     * @param couponOff what a coupon takes off; the price is without it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeldJson(
            UUID id,
            String state,
            OffsetDateTime holdExpiresAt,
            Amount total,
            Amount price,
            Amount balance,
            @Nullable Amount couponOff) {}

    /** Somebody's home, and when somebody is at the door. */
    record HomeJson(
            String address,
            double lat,
            double lon,
            @Nullable OffsetDateTime atDoor) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineJson(
            UUID offerId,
            int quantity,
            Amount unit,
            Amount extra,
            @Nullable Amount couponOff,
            Map<String, String> answers,
            @JsonInclude @Nullable OffsetDateTime slotStart,
            @JsonInclude @Nullable OffsetDateTime slotEnd,
            @Nullable HomeJson site,
            @Nullable EndJson destination,
            @Nullable GatheringJson gathering) {}

    /** Where a ride goes. */
    record EndJson(String address, double lat, double lon) {}

    record MoneyJson(Amount captured, Amount released, Amount refunded) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrderJson(
            UUID id,
            String state,
            String pays,
            Amount total,
            Amount price,
            @Nullable Amount couponOff,
            @Nullable BalanceJson balance,
            MoneyJson money,
            UUID placeId,
            List<LineJson> items,
            PoliciesJson policies,
            OffsetDateTime holdExpiresAt,
            @Nullable UUID visitId,
            List<UUID> visitIds,
            boolean cancellable,
            DeliveryViews.@Nullable DeliveryJson delivery,
            @Nullable RefundWaits refundWaits) {}

    /** Called off: the refund goes back when all counters of the place know, and at the latest then. */
    record RefundWaits(Amount refund, OffsetDateTime until) {}

    record VoucherJson(
            UUID id,
            String token,
            String state,
            int units,
            int unitsLeft,
            @Nullable OffsetDateTime startsAt,
            OffsetDateTime validUntil,
            Amount value) {}

    private final Ledger ledger;
    private final Visits visits;
    private final Vouchers vouchers;
    private final Checkouts checkouts;
    private final Balances balances;
    private final HomeJobs jobs;
    private final DeliveryViews deliveries;
    private final SoldSessions sessions;
    private final Moments moments;
    private final Clock clock;

    OrderViews(
            Ledger ledger,
            Visits visits,
            Vouchers vouchers,
            Checkouts checkouts,
            Balances balances,
            HomeJobs jobs,
            DeliveryViews deliveries,
            SoldSessions sessions,
            Moments moments,
            Clock clock) {
        this.ledger = ledger;
        this.visits = visits;
        this.vouchers = vouchers;
        this.checkouts = checkouts;
        this.balances = balances;
        this.jobs = jobs;
        this.deliveries = deliveries;
        this.sessions = sessions;
        this.moments = moments;
        this.clock = clock;
    }

    HeldJson held(Order order) {
        return new HeldJson(
                order.id().value(),
                order.state().name(),
                moments.in(order.id().region(), order.holdExpiresAt()),
                Amount.of(order.due()),
                Amount.of(order.cost()),
                Amount.of(order.balance()),
                Amount.unlessZero(order.couponOff()));
    }

    OrderJson order(Order order, Locale locale) {
        var money = ledger.of(order.id().value())
                .orElseGet(() -> OrderMoney.none(order.total().currency()));
        var happened = visits.of(List.of(order.id())).stream()
                .map(visit -> visit.id().value())
                .toList();
        var atDoor = atDoor(order);
        return new OrderJson(
                order.id().value(),
                order.state().name(),
                order.pays().name(),
                Amount.of(order.due()),
                Amount.of(order.cost()),
                Amount.unlessZero(order.couponOff()),
                BalanceJson.of(order, balances.of(order), moments),
                money(money),
                order.place().value(),
                order.lines().stream().map(line -> line(order, line, atDoor)).toList(),
                PoliciesJson.of(order, atDoor, locale, moments),
                moments.in(order.id().region(), order.holdExpiresAt()),
                happened.isEmpty() ? null : happened.getFirst(),
                happened,
                checkouts.waiting(order).isEmpty()
                        && checkouts.cancelQuote(order).isPresent(),
                deliveries.of(order, locale),
                checkouts
                        .waiting(order)
                        .map(off -> new RefundWaits(
                                Amount.of(off.refund()), moments.in(order.id().region(), off.waitsUntil())))
                        .orElse(null));
    }

    List<VoucherJson> vouchers(List<Voucher> shown) {
        return shown.stream().map(this::voucher).toList();
    }

    private VoucherJson voucher(Voucher voucher) {
        var expired = voucher.state() == VoucherState.ISSUED && clock.instant().isAfter(voucher.validUntil());
        return new VoucherJson(
                voucher.id().value(),
                vouchers.token(voucher),
                expired ? "EXPIRED" : voucher.state().name(),
                voucher.units(),
                voucher.unitsLeft(),
                moments.inNullable(voucher.id().region(), voucher.startsAt()),
                moments.in(voucher.id().region(), voucher.validUntil()),
                Amount.of(voucher.value()));
    }

    private @Nullable Instant atDoor(Order order) {
        var id = order.id().value();
        var job = order.first().site() == null ? null : jobs.of(List.of(id)).get(id);
        return job == null ? null : job.startsAt();
    }

    private LineJson line(Order order, Line line, @Nullable Instant atDoor) {
        var region = order.id().region();
        var site = line.site();
        return new LineJson(
                line.offer().value(),
                line.quantity(),
                Amount.of(line.unit()),
                Amount.of(line.extra()),
                Amount.unlessZero(line.off()),
                line.answersByKey(),
                moments.inNullable(region, line.startsAt()),
                moments.inNullable(region, line.endsAt()),
                site == null
                        ? null
                        : new HomeJson(
                                site.address(),
                                site.point().lat(),
                                site.point().lon(),
                                moments.inNullable(region, atDoor)),
                site == null ? null : end(site.to()),
                gathering(line));
    }

    private @Nullable GatheringJson gathering(Line line) {
        var start = line.startsAt();
        if (start == null) {
            return null;
        }
        var session = new SoldSessions.At(line.offer(), start);
        return GatheringJson.of(
                moments,
                line.offer().region(),
                sessions.gatherings(List.of(session)).get(session));
    }

    private static @Nullable EndJson end(@Nullable Site to) {
        return to == null
                ? null
                : new EndJson(to.address(), to.point().lat(), to.point().lon());
    }

    private static MoneyJson money(OrderMoney money) {
        return new MoneyJson(Amount.of(money.captured()), Amount.of(money.released()), Amount.of(money.refunded()));
    }
}
