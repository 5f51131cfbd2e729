package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Site;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.checkout.HoldOrder;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.offer.OfferId;
import org.townloop.surface.page.Addresses;
import org.townloop.surface.page.RequestReason;

@RestController
@Tag(name = "Orders", description = "Every POST takes an Idempotency-Key: the same key and body get the same answer.")
class OrdersApi {

    private static final String KEY = "Idempotency-Key";

    /**
     * What is wanted; whatever else the body says (a price, say) is not read.
     *
     * @param destination of a ride, which begins at the site
     * @param quoted the total that was shown; if it is another by now, nothing is held
     * @param quantity 1 if not given
     */
    record NewOrder(
            @Nullable UUID offerId,
            @Nullable OffsetDateTime slotStart,
            @Nullable OffsetDateTime slotEnd,
            @Nullable Integer quantity,
            @Nullable SiteJson site,
            @Nullable SiteJson destination,
            @Nullable AmountJson quoted,
            @Nullable Map<String, String> answers) {}

    /**
     * Where it is to be done.
     *
     * @param lat degrees north, WGS 84
     * @param lon degrees east
     */
    record SiteJson(
            @Nullable String address,
            @Nullable Double lat,
            @Nullable Double lon) {

        Site read(String field, @Nullable Site to) {
            if (address == null || lat == null || lon == null) {
                var missing = address == null ? ".address" : lat == null ? ".lat" : ".lon";
                throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, field + missing));
            }
            if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
                throw Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, field));
            }
            return new Site(address.strip(), new Point(lat, lon), to);
        }
    }

    record AmountJson(long minor, @Nullable String currency) {}

    record NewTime(@Nullable OffsetDateTime slotStart) {}

    record NewPayment(@Nullable String gateway) {}

    record PaymentJson(UUID intentId, @Nullable String redirectUrl) {}

    record Vouchers(List<OrderViews.VoucherJson> vouchers) {}

    private final Checkouts checkouts;
    private final OrderViews views;
    private final Addresses addresses;

    OrdersApi(Checkouts checkouts, OrderViews views, Addresses addresses) {
        this.checkouts = checkouts;
        this.views = views;
        this.addresses = addresses;
    }

    @Operation(
            summary = "Hold a slot for ten minutes, at the server's price",
            description =
                    "A walk-in's slotStart is the beginning of the day, and quantity its units. The dishes of a set"
                        + " menu are answers by course: {\"main\": \"fish\"} for all, {\"main.2\": \"beef\"} for the"
                        + " second. A ride goes from site to destination; within the next hour its slotStart may be"
                        + " any five minutes, and quoted is the fare that was shown.")
    @PostMapping("/api/orders")
    @ResponseStatus(HttpStatus.CREATED)
    OrderViews.HeldJson hold(
            Actor actor, @RequestHeader(name = KEY, defaultValue = "") String key, @RequestBody NewOrder wanted) {
        if (wanted.offerId() == null) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, "offerId"));
        }
        var wish = new HoldOrder(
                new OfferId(wanted.offerId()),
                wanted.slotStart() == null ? null : instant(wanted.slotStart()),
                wanted.slotEnd() == null ? null : instant(wanted.slotEnd()),
                wanted.quantity() == null ? 1 : wanted.quantity(),
                site(wanted),
                wanted.answers() == null ? Map.of() : wanted.answers(),
                wanted.quoted() == null ? null : wanted.quoted().minor());
        return views.held(Refused.unless(checkouts.hold(actor, wish, key)));
    }

    @Operation(summary = "Open a payment; send the payer to redirectUrl")
    @PostMapping("/api/orders/{id}/payments")
    @ResponseStatus(HttpStatus.CREATED)
    PaymentJson pay(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestBody NewPayment wanted) {
        if (wanted.gateway() == null) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, "gateway"));
        }
        var returnUrl = addresses.of("/orders/" + id);
        var intent = Refused.unless(checkouts.pay(actor, orderId(id), wanted.gateway(), returnUrl, key));
        return new PaymentJson(intent.id().value(), intent.redirectUrl());
    }

    @Operation(
            summary = "Move an order to another time",
            description = "At the same price and under the same policy, as long as cancelling it costs nothing.")
    @PostMapping("/api/orders/{id}/move")
    OrderViews.OrderJson move(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestBody NewTime wanted,
            Locale locale) {
        if (wanted.slotStart() == null) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, "slotStart"));
        }
        return views.order(
                Refused.unless(checkouts.move(actor, orderId(id), instant(wanted.slotStart()), key)), locale);
    }

    @Operation(
            summary = "Call an order off; the refund follows the policy sold",
            description =
                    "Only an order of which nothing was used (cancellable). What is left of one that was used in part"
                            + " is settled by its policy when it runs out. Where the place has closed at its time since"
                            + " the sale, all of it comes back.")
    @PostMapping("/api/orders/{id}/cancellation")
    OrderViews.OrderJson cancel(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            Locale locale) {
        return views.order(Refused.unless(checkouts.cancel(actor, orderId(id), key)), locale);
    }

    @Operation(summary = "An order of one's own")
    @GetMapping("/api/orders/{id}")
    OrderViews.OrderJson order(Actor actor, @PathVariable UUID id, Locale locale) {
        return views.order(checkouts.own(actor, orderId(id)), locale);
    }

    @Operation(summary = "Its vouchers; the token is what the QR code holds")
    @GetMapping("/api/orders/{id}/vouchers")
    Vouchers vouchers(Actor actor, @PathVariable UUID id) {
        return new Vouchers(views.vouchers(checkouts.own(actor, orderId(id))));
    }

    private static @Nullable Site site(NewOrder wanted) {
        var to = wanted.destination() == null ? null : wanted.destination().read("destination", null);
        if (wanted.site() == null && to != null) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, "site"));
        }
        return wanted.site() == null ? null : wanted.site().read("site", to);
    }

    /** Of a year with four digits, as RFC 3339 has them. */
    private static Instant instant(OffsetDateTime slotStart) {
        if (slotStart.getYear() < 1 || slotStart.getYear() > 9999) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, "slotStart"));
        }
        return slotStart.toInstant();
    }

    private static OrderId orderId(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("order " + id);
        }
        return new OrderId(id);
    }
}
