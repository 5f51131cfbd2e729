package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * An order behind a secret address.
 *
 * @param state open, paid, had or closed
 * @param until until when it waits for the payment
 * @param gateways none if there is nothing to pay
 */
record PayView(
        Page page,
        @Nullable String refusal,
        String key,
        String href,
        String state,
        String title,
        String when,
        String place,
        String address,
        List<String> dishes,
        String total,
        String until,
        List<String> policies,
        List<String> gateways,
        List<OrderView.Ticket> tickets) {}
