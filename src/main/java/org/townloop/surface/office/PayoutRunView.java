package org.townloop.surface.office;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run with its payouts.
 *
 * @param message what the bank calls its file
 * @param wrong why a file was not given; null if none was refused
 */
record PayoutRunView(
        Office office,
        UUID id,
        String made,
        String executeOn,
        String amount,
        String message,
        List<PayoutsView.Row> rows,
        @Nullable String wrong) {}
