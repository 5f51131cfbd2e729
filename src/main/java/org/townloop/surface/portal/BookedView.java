package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * Orders that were held together: to be paid, or what became of each.
 *
 * @param refusal why what was tried did not come about, or null
 * @param until until when what is not paid is held; null if nothing waits to be paid
 * @param waiting whether a payment was begun and the gateway has not said how it ended
 * @param due what is to be paid
 * @param policies what becomes of who cancels, by what was bought
 */
record BookedView(
        Page page,
        @Nullable String refusal,
        String key,
        String href,
        List<MyLoopView.Entry> entries,
        CheckoutView.@Nullable Until until,
        boolean waiting,
        String due,
        String total,
        List<CheckoutView.Row> policies,
        List<String> gateways) {}
