package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
import org.townloop.loop.checkout.BasketCancelling;
import org.townloop.loop.checkout.BasketCheckouts;
import org.townloop.loop.ordering.BasketId;
import org.townloop.surface.page.Addresses;
import org.townloop.surface.page.RequestReason;

@RestController
@Tag(
        name = "Baskets",
        description =
                "Orders that were held together, by POST /api/orders with items, and are paid by one payment. From"
                        + " then on each is an order of its own.")
class BasketsApi {

    private static final String KEY = "Idempotency-Key";

    /** @param orders those that can be called off now */
    record CallingOffJson(List<PartJson> orders, Amount refund) {}

    record PartJson(UUID orderId, Amount refund) {}

    record CallOff(NewOrder.@Nullable AmountJson refund) {}

    private final BasketCheckouts baskets;
    private final BasketCancelling cancelling;
    private final BasketViews views;
    private final Addresses addresses;
    private final Amounts amounts;
    private final OpenedPayments payments;

    BasketsApi(
            BasketCheckouts baskets,
            BasketCancelling cancelling,
            BasketViews views,
            Addresses addresses,
            Amounts amounts,
            OpenedPayments payments) {
        this.baskets = baskets;
        this.cancelling = cancelling;
        this.views = views;
        this.addresses = addresses;
        this.amounts = amounts;
        this.payments = payments;
    }

    @Operation(summary = "A basket of one's own")
    @GetMapping("/api/baskets/{id}")
    BasketViews.BasketJson basket(Actor actor, @PathVariable UUID id) {
        return views.basket(baskets.own(actor, basketId(id)));
    }

    @Operation(
            summary = "Open one payment for all that is still held; send the payer to redirectUrl",
            description =
                    "Each order is then judged on its own: if the money comes late and one order's time is gone, its"
                            + " share goes back and the others are paid.")
    @PostMapping("/api/baskets/{id}/payments")
    @ResponseStatus(HttpStatus.CREATED)
    OpenedPayments.PaymentJson pay(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestBody OpenedPayments.NewPayment wanted) {
        var returnUrl = addresses.of("/baskets/" + id);
        return payments.open(
                actor,
                () -> baskets.own(actor, basketId(id)).orders().getFirst(),
                wanted,
                returnUrl,
                key,
                gateway -> baskets.pay(actor, basketId(id), gateway, returnUrl, key));
    }

    @Operation(
            summary = "Let go of all that is still held",
            description =
                    "One of it alone is let go of by the cancellation of its order. A payment that was opened before"
                            + " may still be paid: what it brings for what was let go of goes back.")
    @PostMapping("/api/baskets/{id}/cancellation")
    BasketViews.BasketJson letGo(
            Actor actor, @PathVariable UUID id, @RequestHeader(name = KEY, defaultValue = "") String key) {
        return views.basket(Refused.unless(baskets.letGo(actor, basketId(id), key)));
    }

    @Operation(
            summary = "What calling off all that has not begun would bring back now, each by the policy it was sold"
                    + " under")
    @GetMapping("/api/baskets/{id}/calling-off")
    CallingOffJson callingOff(Actor actor, @PathVariable UUID id) {
        var basket = baskets.own(actor, basketId(id));
        var parts = cancelling.parts(basket);
        return new CallingOffJson(
                parts.stream()
                        .map(part -> new PartJson(
                                part.order().id().value(),
                                Amount.of(part.quote().refund())))
                        .toList(),
                Amount.of(BasketCancelling.refund(basket, parts)));
    }

    @Operation(
            summary = "Call off all that has not begun, at once",
            description =
                    "refund: what was shown, of all of it; if it is another by now, nothing is called off. One of them"
                            + " alone is called off by the cancellation of its order.")
    @PostMapping("/api/baskets/{id}/calling-off")
    BasketViews.BasketJson callOff(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestBody CallOff wanted) {
        var refund = wanted.refund();
        if (refund == null) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, "refund"));
        }
        amounts.requireShown(id, refund, "refund");
        return views.basket(Refused.unless(cancelling.callOff(actor, basketId(id), refund.minor(), key)));
    }

    private static BasketId basketId(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("basket " + id);
        }
        return new BasketId(id);
    }
}
