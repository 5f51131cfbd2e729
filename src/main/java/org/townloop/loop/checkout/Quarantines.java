package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.voucher.Device;
import org.townloop.loop.voucher.DeviceId;
import org.townloop.loop.voucher.EarlierScan;
import org.townloop.loop.voucher.EarlierScans;
import org.townloop.loop.voucher.QuarantineState;
import org.townloop.loop.voucher.QuarantinedScan;
import org.townloop.loop.voucher.QuarantinedScans;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.Scanner;
import org.townloop.loop.voucher.Scans;
import org.townloop.loop.voucher.SignedScan;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;

/** What devices that were reported lost still send: nothing comes of it until somebody at the desk says so. */
@Component
public class Quarantines {

    private static final int SHOWN = 200;

    private final Workplaces workplaces;
    private final Counters counters;
    private final QuarantinedScans quarantined;
    private final Scans scans;
    private final EarlierScans earlier;
    private final ScanBatches batches;
    private final Atomically atomically;
    private final Clock clock;

    Quarantines(
            Workplaces workplaces,
            Counters counters,
            QuarantinedScans quarantined,
            Scans scans,
            EarlierScans earlier,
            ScanBatches batches,
            Atomically atomically,
            Clock clock) {
        this.workplaces = workplaces;
        this.counters = counters;
        this.quarantined = quarantined;
        this.scans = scans;
        this.earlier = earlier;
        this.batches = batches;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** The oldest first. */
    public List<QuarantinedScan> waiting(Actor actor, PlaceId place) {
        workplaces.get(actor, Right.SEE_DESK, place);
        return quarantined.waiting(place, SHOWN);
    }

    /**
     * The scan was made by the merchant's own people: it is judged now, as if it came now.
     *
     * @return what it came to
     * @throws Absent if there is none that waits, or the actor does not run that place
     */
    public ScanAnswer count(Actor by, DeviceId id, String nonce) {
        var scan = waiting(by, id, nonce);
        return batches.judgeKept(counters.device(id), scan, () -> decide(QuarantineState.COUNTED, scan, by));
    }

    /** @throws Absent if there is none that waits, or the actor does not run that place */
    public void discard(Actor by, DeviceId id, String nonce) {
        var scan = waiting(by, id, nonce);
        atomically.run(() -> {
            decide(QuarantineState.DISCARDED, scan, by);
            return Outcome.done(id);
        });
    }

    /**
     * Keeps what the device signed and was not answered before, each once; the answer is always a refusal. Its fact
     * {@code held} names the nonces that the town has: what is not among them only the device has.
     */
    Outcome<OfflineBatches.Synced> keep(Device device, @Nullable Instant sentAt, List<Scan> items) {
        var now = clock.instant();
        var skew = Counters.skew(sentAt, now);
        var known = skew == null ? Objects.requireNonNullElse(device.skew(), Duration.ZERO) : skew;
        var kept = atomically.run(() -> {
            var answered = earlier.of(
                    Scanner.of(device), items.stream().map(Scan::nonce).toList());
            var signed = new LinkedHashMap<String, QuarantinedScan>();
            items.stream()
                    .filter(item -> !stands(answered.get(item.nonce())))
                    .flatMap(item -> signed(device, item, known, now).stream())
                    .forEach(scan -> signed.putIfAbsent(scan.nonce(), scan));
            var held = new TreeSet<>(quarantined.keep(device.id(), List.copyOf(signed.values()), now));
            answered.values().stream()
                    .filter(EarlierScan::stands)
                    .forEach(scan -> held.add(scan.answer().nonce()));
            return Outcome.done(List.copyOf(held));
        });
        return switch (kept) {
            case Outcome.Done<List<String>>(var held) ->
                Outcome.refused(new Refusal(CheckoutReason.DEVICE_REVOKED, null, Map.of("held", held)));
            case Outcome.Refused<List<String>>(var refusal) -> Outcome.refused(refusal);
        };
    }

    private static boolean stands(@Nullable EarlierScan answered) {
        return answered != null && answered.stands();
    }

    private Optional<QuarantinedScan> signed(Device device, Scan scan, Duration skew, Instant now) {
        var offline = scan.offline();
        if (offline == null || !device.canHaveUsed(offline.sequence()) || !ScanReader.isSigned(device, scan, offline)) {
            return Optional.empty();
        }
        var reading = scans.read(scan.token(), device.place());
        return Optional.of(new QuarantinedScan(
                device.id(),
                device.place(),
                scan.nonce(),
                reading.voucher(),
                reading.refused(),
                offline.sequence(),
                ScanCheck.moment(offline.scannedAt()).orElseThrow(),
                skew,
                scan.units(),
                scan.staff(),
                now,
                QuarantineState.WAITING,
                SignedScan.hashOf(scan.token())));
    }

    private QuarantinedScan waiting(Actor by, DeviceId id, String nonce) {
        var scan = Stream.of(counters.device(id))
                .flatMap(device -> quarantined.find(device.id(), nonce).stream())
                .filter(found -> found.state() == QuarantineState.WAITING)
                .findFirst()
                .orElseThrow(() -> new Absent("a scan in quarantine: " + nonce));
        workplaces.get(by, Right.SEE_DESK, scan.place());
        return scan;
    }

    private void decide(QuarantineState next, QuarantinedScan scan, Actor by) {
        if (!quarantined.become(next, scan, by.person(), clock.instant())) {
            throw new Absent("a scan in quarantine that somebody decided about: " + scan.nonce());
        }
    }
}
