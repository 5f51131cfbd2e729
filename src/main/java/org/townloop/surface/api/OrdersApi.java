package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
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
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.checkout.BasketCheckouts;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.checkout.CouponOrders;
import org.townloop.loop.checkout.OwnVouchers;
import org.townloop.loop.ordering.OrderId;
import org.townloop.surface.page.Addresses;
import org.townloop.surface.page.RequestReason;

@RestController
@Tag(name = "Orders", description = "Every POST takes an Idempotency-Key: the same key and body get the same answer.")
class OrdersApi {

    private static final String KEY = "Idempotency-Key";

    /** @param balance at the place that was shown for that time, if the order was sold for a deposit */
    record NewTime(@Nullable OffsetDateTime slotStart, NewOrder.@Nullable AmountJson balance) {}

    record Vouchers(List<OrderViews.VoucherJson> vouchers) {}

    private final Checkouts checkouts;
    private final BasketCheckouts baskets;
    private final CouponOrders coupons;
    private final OwnVouchers vouchers;
    private final BasketViews basketViews;
    private final OrderViews views;
    private final Addresses addresses;
    private final Amounts amounts;
    private final OpenedPayments payments;
    private final BoughtCards cards;

    OrdersApi(
            Checkouts checkouts,
            BasketCheckouts baskets,
            CouponOrders coupons,
            OwnVouchers vouchers,
            BasketViews basketViews,
            OrderViews views,
            Addresses addresses,
            Amounts amounts,
            OpenedPayments payments,
            BoughtCards cards) {
        this.checkouts = checkouts;
        this.baskets = baskets;
        this.coupons = coupons;
        this.vouchers = vouchers;
        this.basketViews = basketViews;
        this.views = views;
        this.addresses = addresses;
        this.amounts = amounts;
        this.payments = payments;
        this.cards = cards;
    }

    @Operation(
            summary = "Hold a slot for ten minutes, at the server's price",
            description =
                    "A walk-in's slotStart is the beginning of the day, and quantity its units. The dishes of a set"
                        + " menu are answers by course: {\"main\": \"fish\"} for all, {\"main.2\": \"beef\"} for the"
                        + " second. A ride goes from site to destination; within the next hour its slotStart may be"
                        + " any five minutes, and quoted is the fare that was shown. If quoted, or dueNow of what is"
                        + " sold for a deposit, is another by now, nothing is held. With items, several things are"
                        + " held at once, each as an order of its own (goods of one place for one window and one site"
                        + " are one order of several lines, with answers.substitution similar, leave-out, which holds"
                        + " if nothing is said, or call, which needs answers.phone), at one or several places: all of"
                        + " them or none. A refusal names the first item that cannot be had together with those before"
                        + " it, such as items[2].slotStart. combined: true says that the items are pieces of one"
                        + " appointment (GET /api/places/{id}/plans): one guest has all of them, so that none is held"
                        + " at or moved to a time at which they have another one, unless one of two goes alongside;"
                        + " beside no items, in an item and of goods it is refused. pays: \"SHOP\" books one thing at"
                        + " once and takes nothing: all of it is paid at the shop, where the offer says so (atShop);"
                        + " within what the merchant lets one resident keep, and not for who stayed away too often."
                        + " Beside items and in them it is refused. card, of an offer of GET /api/places/{id}/cards,"
                        + " buys a card of that amount (of a pass its price), as a gift or for oneself; nothing else"
                        + " stands beside it, and once it is paid it is among GET /api/cards. coupon is a code, or the"
                        + " id of a coupon that is open to all: it is put on what is held, of items on the first order"
                        + " that it is good for, or nothing is held. What it takes off is the server's; couponOff is"
                        + " what was shown, and is refused if it is another amount.")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(oneOf = {OrderViews.HeldJson.class, BasketViews.BasketJson.class})))
    @PostMapping("/api/orders")
    @ResponseStatus(HttpStatus.CREATED)
    Object hold(Actor actor, @RequestHeader(name = KEY, defaultValue = "") String key, @RequestBody NewOrder wanted) {
        requireShown(wanted, "");
        var coupon = wanted.readCoupon();
        var card = wanted.card();
        if (card != null) {
            return views.held(cards.order(actor, wanted, card, key));
        }
        if (wanted.items() == null) {
            var wish = wanted.read();
            return views.held(Refused.unless(
                    coupon == null ? checkouts.hold(actor, wish, key) : coupons.hold(actor, wish, coupon, key)));
        }
        var wishes = wanted.readItems();
        if (checkouts.isOneOrderOfGoods(wishes)) {
            wanted.refuseCombined("");
            return views.held(Refused.unless(
                    coupon == null
                            ? checkouts.holdTogether(actor, wishes, key)
                            : coupons.holdTogether(actor, wishes, coupon, key)));
        }
        return basketViews.basket(Refused.unless(
                coupon == null
                        ? wanted.isCombined()
                                ? baskets.holdCombined(actor, wishes, key)
                                : baskets.hold(actor, wishes, key)
                        : coupons.holdBasket(actor, wishes, wanted.isCombined(), coupon, key)));
    }

    /**
     * In no other currency than that of what is ordered.
     *
     * @param path of the fields, as refusals name them
     */
    private void requireShown(NewOrder wanted, String path) {
        var offer = wanted.offerId();
        if (offer != null) {
            amounts.requireShown(offer, wanted.quoted(), path + "quoted");
            amounts.requireShown(offer, wanted.dueNow(), path + "dueNow");
            cards.requireAmount(offer, wanted.card(), path + "card");
            amounts.requireShown(offer, wanted.couponOff(), path + "couponOff");
        }
        var items = wanted.items() == null ? List.<NewOrder>of() : wanted.items();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) != null) {
                requireShown(items.get(i), path + "items[" + i + "].");
            }
        }
    }

    @Operation(
            summary = "Open a payment; send the payer to redirectUrl",
            description =
                    "With cards (gift vouchers, passes, balances) these are drawn on in their order, and the gateway"
                        + " brings the rest. If they cover all, no gateway is needed: the order is paid at once, and"
                        + " there is no redirectUrl.")
    @PostMapping("/api/orders/{id}/payments")
    @ResponseStatus(HttpStatus.CREATED)
    OpenedPayments.PaymentJson pay(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestBody OpenedPayments.NewPayment wanted) {
        var returnUrl = addresses.of("/orders/" + id);
        return payments.open(
                actor,
                () -> checkouts.own(actor, orderId(id)),
                wanted,
                returnUrl,
                key,
                gateway -> checkouts.pay(actor, orderId(id), gateway, returnUrl, key));
    }

    @Operation(
            summary = "Move an order to another time",
            description =
                    "At the same price and under the same policy, as long as cancelling it costs nothing. What was sold"
                            + " for a deposit costs what the other time costs: if what is left to be paid at the place"
                            + " changes, it is refused with the new balance, which is sent along to agree.")
    @PostMapping("/api/orders/{id}/move")
    OrderViews.OrderJson move(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestBody NewTime wanted,
            Locale locale) {
        var start = Moments.read(wanted.slotStart(), "slotStart");
        if (start == null) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, "slotStart"));
        }
        amounts.requireShown(id, wanted.balance(), "balance");
        var balance = wanted.balance() == null ? null : wanted.balance().minor();
        return views.order(Refused.unless(checkouts.move(actor, orderId(id), start, balance, key)), locale);
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

    @Operation(
            summary = "Its vouchers; the token is what the QR code holds",
            description =
                    "Whoever has just paid sends Prefer: wait=10 (RFC 7240) and is answered as soon as the payment is"
                            + " known, or after ten seconds; 20 at most.")
    @GetMapping("/api/orders/{id}/vouchers")
    Vouchers vouchers(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = Waiting.HEADER, defaultValue = "") List<String> preferences) {
        var found = vouchers.of(actor, orderId(id), Waiting.of(preferences));
        return new Vouchers(views.vouchers(found));
    }

    private static OrderId orderId(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("order " + id);
        }
        return new OrderId(id);
    }
}
