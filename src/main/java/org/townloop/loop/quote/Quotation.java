package org.townloop.loop.quote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/**
 * A quotation. It is never changed: a newer one takes its place as long as it was not accepted.
 *
 * @param version of those that were written for its request, from 1
 */
public record Quotation(
        QuotationId id,
        RequestId request,
        int version,
        QuotationState state,
        List<QuoteLine> lines,
        Money total,
        String note,
        Instant validUntil,
        Work work,
        List<Stage> stages,
        Instant writtenAt,
        @Nullable Instant acceptedAt) {

    public Stage first() {
        return stages.getFirst();
    }

    public Optional<Stage> stage(int number) {
        return stages.stream().filter(stage -> stage.number() == number).findFirst();
    }
}
