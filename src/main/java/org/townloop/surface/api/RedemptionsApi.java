package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.CheckoutReason;
import org.townloop.loop.checkout.Redemptions;
import org.townloop.loop.checkout.Scan;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.surface.page.RequestReason;

@RestController
@Tag(name = "Counter")
class RedemptionsApi {

    record Items(@Nullable List<@Nullable Item> items) {}

    /**
     * A scan.
     *
     * @param nonce the counter's own name for it: sent again, it gets the same answer
     * @param offline true needs an enrolled device, which this version does not have
     */
    record Item(
            @Nullable String token,
            @Nullable String nonce,
            @Nullable OffsetDateTime scannedAt,
            @Nullable Boolean offline) {}

    record Results(List<Result> results) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            String nonce,
            String outcome,
            @Nullable UUID voucherId,
            @Nullable OffsetDateTime redeemedAt) {}

    private final Redemptions redemptions;
    private final MeApi me;
    private final Moments moments;

    RedemptionsApi(Redemptions redemptions, MeApi me, Moments moments) {
        this.redemptions = redemptions;
        this.me = me;
        this.moments = moments;
    }

    @Operation(summary = "Redeem tokens at the counter's place")
    @PostMapping("/api/redemptions")
    Results redeem(Actor counter, @RequestBody Items body) {
        var place = me.me(counter).placeId();
        if (place == null) {
            throw new Absent("a counter of " + counter.person().value());
        }
        var at = new PlaceId(place);
        var answers = Refused.unless(redemptions.redeem(counter, at, scans(body)));
        return new Results(answers.stream().map(answer -> result(at, answer)).toList());
    }

    private static List<Scan> scans(Items body) {
        var items = body.items() == null ? List.<@Nullable Item>of() : body.items();
        var scans = new ArrayList<Scan>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (item == null) {
                throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, "items[" + i + "]"));
            }
            if (Boolean.TRUE.equals(item.offline())) {
                throw Refused.with(Refusal.of(CheckoutReason.OFFLINE_NOT_ENROLLED, "items[" + i + "].offline"));
            }
            scans.add(new Scan(item.token() == null ? "" : item.token(), item.nonce() == null ? "" : item.nonce()));
        }
        return scans;
    }

    private Result result(PlaceId place, ScanAnswer answer) {
        var voucher = answer.voucher();
        return new Result(
                answer.nonce(),
                answer.outcome().name(),
                voucher == null ? null : voucher.value(),
                moments.inNullable(place.region(), answer.redeemedAt()));
    }
}
