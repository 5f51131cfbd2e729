package org.townloop.surface.office;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Cycles;
import org.townloop.surface.page.Form;

/**
 * Payouts of a region.
 *
 * @param failed that the bank did not pay
 * @param form what was typed, and why something was refused
 */
record PayoutsView(
        Office office, List<Run> runs, List<Row> failed, List<Answer> answers, Settings settings, Form form) {

    record Run(
            UUID id, String made, String by, int count, String amount, int open, int paid, int failed, int returned) {}

    /**
     * A payout.
     *
     * @param doubted whether its account is to be looked at before something goes there again
     * @param mayComeBack whether it can be noted as come back
     * @param form what was typed of that, and why it was refused
     */
    record Row(
            String id,
            String run,
            String who,
            String account,
            String amount,
            String state,
            String tone,
            String note,
            String reference,
            boolean doubted,
            boolean mayComeBack,
            Form form) {}

    record Answer(UUID id, String file, String read) {}

    /**
     * What the region says, as it stands in the form.
     *
     * @param inForce what counts, in words
     * @param lockedBy the name of the region that lets nothing else be said; null if none does
     */
    record Settings(
            String inForce,
            @Nullable String lockedBy,
            List<Cycles.Choice> cycles,
            String minimum,
            String holdBack,
            boolean locked,
            String debtorName,
            String debtorNumber,
            String debtorBank,
            boolean hasDebtor,
            int version) {}
}
