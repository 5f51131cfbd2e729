package org.townloop.loop.quote;

import java.time.Instant;
import java.util.List;
import org.townloop.base.kernel.Money;
import org.townloop.supply.merchant.StaffId;

/**
 * A quotation as a place writes it.
 *
 * @param stages 1 to 5, which come to the total of the lines; the first is due with the acceptance
 * @param note what else is to be said; may be empty
 */
public record NewQuotation(List<QuoteLine> lines, List<NewStage> stages, Instant validUntil, Work work, String note) {

    public static final int MOST_LINES = 40;
    public static final int MOST_STAGES = 5;
    /** For how long it can be accepted, from now on. */
    public static final int MOST_DAYS_VALID = 90;

    /** @param daysBefore how many days before the work, where that is when it is due */
    public record NewStage(String name, Money amount, Due due, int daysBefore) {}

    /** All that it says, in the same order in every process. */
    List<Object> said() {
        var people = work.people().stream().map(StaffId::value).sorted().toList();
        return List.of(lines, stages, validUntil, work.start(), work.minutes(), work.days(), people, note);
    }
}
