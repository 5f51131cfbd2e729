package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.checkout.Balance;
import org.townloop.loop.ordering.Order;

/**
 * What is paid at the place.
 *
 * @param due for those who are expected, or who came
 * @param open what of it was not noted as paid
 * @param back what was noted as paid and is not due any more: to be given back there
 * @param receivedAt when the place noted something of it last, null if it has not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BalanceJson(
        Amount due, Amount open, Amount back, @Nullable OffsetDateTime receivedAt) {

    /** Null if nothing ever was to be paid there. */
    static @Nullable BalanceJson of(Order order, Balance balance, Moments moments) {
        var last = balance.last();
        return order.atPlace().isZero()
                ? null
                : new BalanceJson(
                        Amount.of(balance.due()),
                        Amount.of(balance.open()),
                        Amount.of(balance.back()),
                        last == null ? null : moments.in(order.id().region(), last.at()));
    }
}
