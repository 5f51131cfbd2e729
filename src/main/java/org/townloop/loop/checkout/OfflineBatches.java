package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.voucher.Device;
import org.townloop.loop.voucher.DeviceId;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.Scanner;

/** What a device sends: what it asks now, and what it accepted with no network. */
@Component
public class OfflineBatches {

    /**
     * The answers, and how the device's clock differs.
     *
     * @param skew to be added to the device's time to get ours; null if it did not say what time it is
     */
    public record Synced(
            Device device,
            List<ScanAnswer> answers,
            @Nullable Duration skew) {}

    private final Counters counters;
    private final Redemptions redemptions;
    private final Quarantines quarantines;
    private final Clock clock;

    OfflineBatches(Counters counters, Redemptions redemptions, Quarantines quarantines, Clock clock) {
        this.counters = counters;
        this.redemptions = redemptions;
        this.quarantines = quarantines;
        this.clock = clock;
    }

    /**
     * Judges what the device sends, in its order. What comes of a device that was revoked is kept in quarantine if the
     * device signed it, and refused.
     *
     * @param counter whose token came with it; null if it opens nothing any more
     * @param sentAt by the device's own clock
     * @throws Absent if there is no such device, or the actor does not redeem where it stands
     */
    public Outcome<Synced> sync(@Nullable Actor counter, DeviceId id, @Nullable Instant sentAt, List<Scan> items) {
        var device = counters.device(id);
        var wrong = ScanCheck.of(items, true);
        if (device.isRevoked()) {
            return wrong.isPresent() ? Outcome.refused(wrong.get()) : quarantines.keep(device, sentAt, items);
        }
        if (counter == null) {
            throw new Absent("device " + id.value() + " without its token");
        }
        counters.working(counter, device.place(), id);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        var skew = skew(device, sentAt);
        var judged = redemptions.judge(new ScanBatches.From(Scanner.of(device), device, skew), items);
        return isRevokedMeanwhile(judged)
                ? quarantines.keep(counters.device(id), sentAt, items)
                : judged.map(answers -> new Synced(device, answers, Counters.skew(sentAt, clock.instant())));
    }

    private static boolean isRevokedMeanwhile(Outcome<List<ScanAnswer>> judged) {
        return judged instanceof Outcome.Refused<List<ScanAnswer>>(var refusal)
                && refusal.reason() == CheckoutReason.DEVICE_REVOKED;
    }

    private @Nullable Duration skew(Device device, @Nullable Instant sentAt) {
        var measured = Counters.skew(sentAt, clock.instant());
        return measured == null ? device.skew() : measured;
    }
}
