package org.townloop.surface.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Cycles;
import org.townloop.surface.page.Form;

/**
 * What goes to the merchant's bank.
 *
 * @param next when payouts are due next, in words
 * @param waits why nothing is paid as things stand; null if something would be
 * @param account null if there is none
 * @param doubted whether something came back from the account, so that the merchant has to say that it is right
 * @param mayChoose whether the region lets merchants choose their days
 */
record PayoutsView(
        Desk desk,
        String balance,
        String payable,
        String next,
        String terms,
        @Nullable String waits,
        @Nullable Account account,
        boolean doubted,
        List<Row> rows,
        List<Cycles.Choice> cycles,
        boolean mayChoose,
        Form form,
        Form cycleForm,
        boolean saved) {

    /** Where it goes. */
    record Account(String holder, String number, String bank, String since) {}

    /** @param tone of its tag */
    record Row(String made, String due, String amount, String state, String tone, String note, String reference) {}
}
