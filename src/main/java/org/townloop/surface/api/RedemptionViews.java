package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.loop.voucher.CounterNames;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.supply.merchant.PlaceId;

/** Verdicts as JSON shows them. */
@Component
class RedemptionViews {

    /**
     * The verdict on a scan.
     *
     * @param redeemedAt now, or for a second scan when the first one was
     * @param unitsLeft how many units the voucher is still good for
     * @param first for a second scan or a conflict, when and at which counter the first one was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            String nonce,
            String outcome,
            @Nullable UUID voucherId,
            @Nullable OffsetDateTime redeemedAt,
            @Nullable Integer unitsLeft,
            @Nullable First first) {}

    /** The scan that counts: when it was stored, and the name of the device or person. */
    record First(OffsetDateTime at, String name) {}

    private final CounterNames names;
    private final Moments moments;
    private final Clock clock;

    RedemptionViews(CounterNames names, Moments moments, Clock clock) {
        this.names = names;
        this.moments = moments;
        this.clock = clock;
    }

    OffsetDateTime now(PlaceId place) {
        return moments.in(place.region(), clock.instant());
    }

    List<Result> results(PlaceId place, List<ScanAnswer> answers) {
        var named = names.of(answers.stream()
                .map(ScanAnswer::first)
                .filter(Objects::nonNull)
                .map(ScanAnswer.First::counter)
                .toList());
        return answers.stream().map(answer -> result(place, answer, named)).toList();
    }

    private Result result(PlaceId place, ScanAnswer answer, Map<UUID, String> named) {
        var voucher = answer.voucher();
        var first = answer.first();
        return new Result(
                answer.nonce(),
                answer.outcome().name(),
                voucher == null ? null : voucher.value(),
                moments.inNullable(place.region(), answer.redeemedAt()),
                answer.unitsLeft(),
                first == null
                        ? null
                        : new First(moments.in(place.region(), first.at()), named.getOrDefault(first.counter(), "")));
    }
}
