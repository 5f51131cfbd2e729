package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Actor;
import org.townloop.loop.checkout.GiveBackWish;
import org.townloop.loop.checkout.MerchantRefunds;
import org.townloop.loop.checkout.Pockets;
import org.townloop.loop.ordering.Order;

@RestController
@Tag(name = "Money")
class RefundsApi {

    private static final String KEY = "Idempotency-Key";

    /**
     * @param amount or else {@code units}: how many of which line, as {"1": 2}
     * @param reason as the resident reads it
     */
    record NewRefund(
            NewOrder.@Nullable AmountJson amount,
            @Nullable Map<Integer, Integer> units,
            @Nullable String reason) {}

    /** @param earned is taken back from those who had earned it, {@code escrow} had been earned by nobody */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RefundJson(UUID orderId, String state, Amount refund, Amount earned, Amount escrow) {}

    private final MerchantRefunds refunds;
    private final Amounts amounts;

    RefundsApi(MerchantRefunds refunds, Amounts amounts) {
        this.refunds = refunds;
        this.amounts = amounts;
    }

    @Operation(
            summary = "Give back an order's money or a part of it, as its merchant",
            description =
                    "Beside the policy, before it was had or after. What is still to be had can be had all the same."
                            + " What was missing or replaced when goods were packed has gone back already. Takes an"
                            + " Idempotency-Key.")
    @PostMapping("/api/orders/{id}/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    RefundJson giveBack(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestBody NewRefund wanted) {
        var amount = wanted.amount();
        var units = wanted.units();
        var wish = new GiveBackWish(
                units == null || amount != null ? Map.of() : units,
                amounts.minor(id, amount, "amount"),
                DisputesApi.text(wanted.reason()));
        var order = DisputesApi.order(id);
        return json(refunds.order(actor, order), Refused.unless(refunds.giveBackAtOnce(actor, order, wish, key)));
    }

    private static RefundJson json(Order order, Pockets pockets) {
        return new RefundJson(
                order.id().value(),
                order.state().name(),
                Amount.of(pockets.all()),
                Amount.of(pockets.earned()),
                Amount.of(pockets.escrow()));
    }
}
