package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * An order behind a secret address.
 *
 * @param state open; paid, paid-elsewhere or taken, of which the first shows the voucher; or had, closed or off: it is over
 * @param claim whether the reader may say that it is theirs
 * @param total what is paid through us
 * @param atPlace what is paid at the place; null if nothing
 * @param until until when it waits for the payment
 * @param gateways none if there is nothing to pay
 * @param cancel null if the reader cannot call it off
 * @param waits the cancellation that waits until the counters know; null if none does
 * @param papers whether the reader may see receipts and ask for an invoice
 * @param paidHere whether it was paid in this browser: whoever paid it knows whose it is
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
        @Nullable AtPlace atPlace,
        String until,
        List<String> policies,
        List<String> gateways,
        List<OrderView.Ticket> tickets,
        Claim claim,
        @Nullable CancelView cancel,
        OrderView.@Nullable Waits waits,
        boolean paidHere,
        boolean papers) {

    /** What the reader of a letter may say. */
    enum Claim {
        /** It is no letter's link, or it is over. */
        NONE,
        SIGN_IN,
        ASKED,
        /** They have not proved the contact to which the letter went. */
        NOT_THEIRS
    }

    /** Nothing can be done here any more. */
    boolean isOver() {
        return state.equals("had") || state.equals("closed") || state.equals("off");
    }
}
