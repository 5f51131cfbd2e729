package org.townloop.surface.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherState;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.booking.DayWindows;
import org.townloop.supply.offer.Offer;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.QrCode;
import org.townloop.surface.page.Times;

/** Makes vouchers ready to be shown at a counter. */
@Component
class Tickets {

    private final Vouchers vouchers;
    private final DayWindows windows;
    private final Clock clock;

    Tickets(Vouchers vouchers, DayWindows windows, Clock clock) {
        this.vouchers = vouchers;
        this.windows = windows;
        this.clock = clock;
    }

    /**
     * None of what is opened online: nobody scans that.
     *
     * @param offer in the version that was sold
     */
    List<OrderView.Ticket> of(Page page, Times times, Order order, Offer offer) {
        if (order.isByOpening()) {
            return List.of();
        }
        var now = clock.instant();
        return vouchers.of(order.id()).stream()
                .map(voucher -> ticket(page, times, offer, voucher, now))
                .toList();
    }

    private OrderView.Ticket ticket(Page page, Times times, Offer offer, Voucher voucher, Instant now) {
        var usable =
                voucher.state() == VoucherState.ISSUED && voucher.validUntil().isAfter(now);
        var name = page.text("portal.ticket.unit", "unit", voucher.unit());
        var token = usable ? vouchers.token(voucher) : "";
        return new OrderView.Ticket(
                name,
                usable ? new QrCode(token, page.text("portal.ticket.qr", "name", name)) : null,
                token,
                state(page, times, voucher, usable),
                voucher.units() == 1
                        ? null
                        : page.text("portal.ticket.left", "left", voucher.unitsLeft(), "units", voucher.units()),
                // what ends at midnight ends with the day before
                times.date(voucher.validUntil().minusSeconds(1)),
                usable ? blocked(page, times, offer, voucher) : null);
    }

    private @Nullable String blocked(Page page, Times times, Offer offer, Voucher voucher) {
        var start = voucher.startsAt();
        if (start == null) {
            return null;
        }
        var days = windows.blockedDays(
                offer, times.day(start), times.day(voucher.validUntil().minusSeconds(1)));
        return days.isEmpty()
                ? null
                : page.text(
                        "portal.walk-in.blocked",
                        "days",
                        days.stream().map(times::date).collect(Collectors.joining(page.text("portal.comma"))));
    }

    private static String state(Page page, Times times, Voucher voucher, boolean usable) {
        return switch (voucher.state()) {
            case ISSUED ->
                page.text(
                        !usable
                                ? "portal.ticket.expired"
                                : voucher.units() == 1 ? "portal.ticket.good" : "portal.ticket.good-parts");
            case REDEEMED ->
                page.text(
                        "portal.ticket.redeemed",
                        "when",
                        times.moment(Objects.requireNonNull(voucher.redeemedAt(), "redeemed at some time")));
            case WITHDRAWN, REVOKED -> page.text("portal.ticket.revoked");
        };
    }
}
