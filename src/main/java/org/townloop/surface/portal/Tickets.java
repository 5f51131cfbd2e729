package org.townloop.surface.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherState;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.QrCode;
import org.townloop.surface.page.Times;

/** Makes vouchers ready to be shown at a counter. */
@Component
class Tickets {

    private final Vouchers vouchers;
    private final Clock clock;

    Tickets(Vouchers vouchers, Clock clock) {
        this.vouchers = vouchers;
        this.clock = clock;
    }

    List<OrderView.Ticket> of(Page page, Times times, Order order) {
        var now = clock.instant();
        return vouchers.of(order.id()).stream()
                .map(voucher -> ticket(page, times, voucher, now))
                .toList();
    }

    private OrderView.Ticket ticket(Page page, Times times, Voucher voucher, Instant now) {
        var usable =
                voucher.state() == VoucherState.ISSUED && voucher.validUntil().isAfter(now);
        var name = page.text("portal.ticket.unit", "unit", voucher.unit());
        var token = usable ? vouchers.token(voucher) : "";
        return new OrderView.Ticket(
                name,
                usable ? new QrCode(token, page.text("portal.ticket.qr", "name", name)) : null,
                token,
                state(page, times, voucher, usable),
                times.date(voucher.validUntil()));
    }

    private static String state(Page page, Times times, Voucher voucher, boolean usable) {
        return switch (voucher.state()) {
            case ISSUED -> page.text(usable ? "portal.ticket.good" : "portal.ticket.expired");
            case REDEEMED ->
                page.text(
                        "portal.ticket.redeemed",
                        "when",
                        times.moment(Objects.requireNonNull(voucher.redeemedAt(), "redeemed at some time")));
            case WITHDRAWN, REVOKED -> page.text("portal.ticket.revoked");
        };
    }
}
