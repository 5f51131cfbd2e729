package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.loop.checkout.OfflineBatches;
import org.townloop.loop.checkout.Redemptions;
import org.townloop.loop.checkout.Scan;
import org.townloop.loop.voucher.DeviceId;
import org.townloop.supply.merchant.PlaceId;

@RestController
@Tag(name = "Counter")
class RedemptionsApi {

    /**
     * Scans, at most 100.
     *
     * @param device the enrolled device that sends them; without it they are the person's whose token it is
     * @param sentAt when it sent them, by its own clock: what its scans' times are corrected by
     */
    record Items(
            @Nullable UUID device,
            @Nullable OffsetDateTime sentAt,
            @Nullable List<@Nullable Item> items) {}

    /**
     * A scan.
     *
     * @param nonce the counter's own name for it: sent again, it gets the same answer; with another token or other units
     *     it is BAD_SIGNATURE, and changes nothing
     * @param scannedAt by the device's own clock, RFC 3339; signed in the words in which it is sent
     * @param offline whether it was accepted with no network; then it has a number and a signature
     * @param sequence 1, 2, 3 … for each device, never used twice, and at most 10,000 beyond the last that is known
     * @param signature ES256 (r and s, base64url) by the device's key over "townloop-scan-1", device, sequence, nonce,
     *     scannedAt, units, staffId or nothing, and the base64url of the token's SHA-256, joined by line feeds
     * @param units how many units of the voucher, all or none; 1 if not given
     * @param staffId who was at the counter
     */
    record Item(
            @Nullable String token,
            @Nullable String nonce,
            @Nullable String scannedAt,
            @Nullable Boolean offline,
            @Nullable Long sequence,
            @Nullable String signature,
            @Nullable Integer units,
            @Nullable UUID staffId) {

        /** Without the token, which opens a voucher to whoever reads it. */
        @Override
        public String toString() {
            return "Item[" + nonce + "]";
        }
    }

    /**
     * Answers in the order of the items. One that is missing could not be judged now and may be sent again.
     *
     * @param skewMillis what is to be added to the device's time to get the server's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Results(OffsetDateTime serverTime, @Nullable Long skewMillis, List<RedemptionViews.Result> results) {}

    private final Redemptions redemptions;
    private final OfflineBatches batches;
    private final RedemptionViews views;
    private final MeApi me;

    RedemptionsApi(Redemptions redemptions, OfflineBatches batches, RedemptionViews views, MeApi me) {
        this.redemptions = redemptions;
        this.batches = batches;
        this.views = views;
        this.me = me;
    }

    @Operation(
            summary = "Redeem tokens at the counter's place",
            description =
                    "Outcomes: REDEEMED, ALREADY_REDEEMED, EXPIRED, REVOKED, WRONG_PLACE, BAD_SIGNATURE, CONFLICT."
                            + " What a revoked device sends is kept in quarantine and answered with 403.")
    @PostMapping("/api/redemptions")
    Results redeem(@RequestBody Items body) {
        var device = body.device();
        var counter = Caller.known();
        var scans = ScanItems.scans(body.items());
        if (device != null) {
            return synced(counter.orElse(null), new DeviceId(device), body, scans);
        }
        var actor = counter.orElseThrow(Caller.Unknown::new);
        var place = me.me(actor).placeId();
        if (place == null) {
            throw new Absent("a counter of " + actor.person().value());
        }
        var at = new PlaceId(place);
        return new Results(
                views.now(at), null, views.results(at, Refused.unless(redemptions.redeem(actor, at, scans))));
    }

    /** A revoked device's token is dead; what it signed proves itself. Anybody else without a token is sent away. */
    private Results synced(@Nullable Actor counter, DeviceId device, Items body, List<Scan> scans) {
        try {
            var sentAt = body.sentAt() == null ? null : body.sentAt().toInstant();
            var synced = Refused.unless(batches.sync(counter, device, sentAt, scans));
            var skew = synced.skew();
            return new Results(
                    views.now(synced.device().place()),
                    skew == null ? null : skew.toMillis(),
                    views.results(synced.device().place(), synced.answers()));
        } catch (Absent absent) {
            throw counter == null ? new Caller.Unknown() : absent;
        }
    }
}
