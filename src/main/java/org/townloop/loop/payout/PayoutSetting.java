package org.townloop.loop.payout;

import org.jspecify.annotations.Nullable;

/**
 * What a region itself says; what is null it inherits.
 *
 * @param locked whether the regions below it and their payees may say nothing else
 * @param version 0 of a region that has said nothing yet
 */
public record PayoutSetting(
        @Nullable Cycle cycle,
        @Nullable Long minimumMinor,
        @Nullable Integer holdBackDays,
        boolean locked,
        @Nullable Debtor debtor,
        int version) {

    static final PayoutSetting NOTHING = new PayoutSetting(null, null, null, false, null, 0);

    PayoutTerms over(PayoutTerms inherited) {
        return new PayoutTerms(
                cycle == null ? inherited.cycle() : cycle,
                minimumMinor == null ? inherited.minimumMinor() : minimumMinor,
                holdBackDays == null ? inherited.holdBackDays() : holdBackDays);
    }
}
