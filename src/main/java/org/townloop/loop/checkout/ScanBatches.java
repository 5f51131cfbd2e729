package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.voucher.Device;
import org.townloop.loop.voucher.DeviceId;
import org.townloop.loop.voucher.EarlierScans;
import org.townloop.loop.voucher.QuarantinedScan;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.Scanner;
import org.townloop.loop.voucher.Scans;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.loop.voucher.Vouchers;

/**
 * Judges the scans of one request, or of many, in one transaction: a handful of statements, however many scans, and each upon
 * what those before it have left.
 */
@Component
class ScanBatches {

    private static final int ATTEMPTS = 3;

    /**
     * Where scans come from.
     *
     * @param device that signs what it accepted with no network; null for a person at a page
     * @param skew our clock less the device's, null if it did not say what time it is
     */
    record From(
            Scanner scanner,
            @Nullable Device device,
            @Nullable Duration skew) {}

    /** Scans whose signatures were checked, of one request. */
    record Read(From from, List<ReadScan> scans) {}

    private final Orders orders;
    private final Vouchers vouchers;
    private final Scans scans;
    private final EarlierScans earlier;
    private final ScannedDevices devices;
    private final ScanReader reader;
    private final Fulfilments fulfilments;
    private final BlockedToday blockedToday;
    private final Atomically atomically;
    private final Clock clock;

    ScanBatches(
            Orders orders,
            Vouchers vouchers,
            Scans scans,
            EarlierScans earlier,
            ScannedDevices devices,
            ScanReader reader,
            Fulfilments fulfilments,
            BlockedToday blockedToday,
            Atomically atomically,
            Clock clock) {
        this.orders = orders;
        this.vouchers = vouchers;
        this.scans = scans;
        this.earlier = earlier;
        this.devices = devices;
        this.reader = reader;
        this.fulfilments = fulfilments;
        this.blockedToday = blockedToday;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** Checks what needs no database. */
    Read read(From from, List<Scan> items) {
        return new Read(
                from, items.stream().map(item -> reader.read(from, item)).toList());
    }

    /** An answer for each, in order; refused if the device was revoked meanwhile. If a nonce was taken, it is judged again. */
    Outcome<List<ScanAnswer>> judge(From from, List<Scan> items) {
        var read = read(from, items);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var judged = atomically.run(() -> judgeRead(read));
            if (!isTaken(judged)) {
                return judged;
            }
        }
        throw new IllegalStateException("nonces were taken and are not there: " + from.scanner());
    }

    private static boolean isTaken(Outcome<List<ScanAnswer>> judged) {
        return judged instanceof Outcome.Refused<List<ScanAnswer>>(var refusal)
                && refusal.reason() == CheckoutReason.NONCE_INVALID;
    }

    /** Judges a scan that was kept in quarantine, together with the decision that it counts. */
    ScanAnswer judgeKept(Device device, QuarantinedScan kept, Runnable decision) {
        var from = new From(Scanner.of(device), device, kept.skew());
        var outcome = atomically.run(() -> {
            decision.run();
            return judgeRead(new Read(from, List.of(ReadScan.of(kept))));
        });
        return switch (outcome) {
            case Outcome.Done<List<ScanAnswer>>(var answers) -> answers.getFirst();
            case Outcome.Refused<List<ScanAnswer>>(var refusal) -> throw new IllegalStateException(refusal.toString());
        };
    }

    /**
     * In the caller's transaction: its resident opens what was bought online. Counters are refused it, whatever they read.
     *
     * @return refused if it was opened meanwhile
     */
    Outcome<List<ScanAnswer>> open(Order order, List<Voucher> vouchers) {
        var from = new From(Scanner.of(order.place(), order.resident()), null, null);
        return judgeRead(
                new Read(from, vouchers.stream().map(ReadScan::ofOpening).toList()));
    }

    private Outcome<List<ScanAnswer>> judgeRead(Read read) {
        return judgeEach(List.of(read)).map(List::getFirst);
    }

    /**
     * In the caller's transaction. Moments are as fine as the tables keep them: an answer that is read again is the same.
     *
     * @return the answers to each request, in their order; refused if a nonce was taken meanwhile, or a device revoked: roll back
     */
    Outcome<List<List<ScanAnswer>>> judgeEach(List<Read> requests) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var locked = locked(requests);
        if (!devices.lock(requests)) {
            return Outcome.refused(CheckoutReason.DEVICE_REVOKED);
        }
        var judgement = new Judgement(known(requests, locked, now), now);
        var answers = requests.stream()
                .map(read -> read.scans().stream()
                        .map(scan -> judgement.judge(read.from(), scan))
                        .toList())
                .toList();
        fulfilments.apply(judgement.orders(), judgement.verdicts().taken(), now);
        if (!remember(judgement.verdicts(), now)) {
            return Outcome.refused(CheckoutReason.NONCE_INVALID);
        }
        fulfilments.tell(judgement.verdicts().kept(), judgement.ordersOfVouchers());
        devices.reached(requests, judgement.verdicts(), now);
        return Outcome.done(answers);
    }

    /** False if another window of the device has used a nonce or a number meanwhile: then nothing may come of any. */
    private boolean remember(Verdicts verdicts, Instant now) {
        try {
            var remembered = scans.remember(verdicts.fresh(), now)
                    && verdicts.again().entrySet().stream()
                            .allMatch(each -> earlier.replace(each.getValue(), each.getKey(), now));
            if (remembered) {
                verdicts.numbered().forEach((scanner, numbers) -> earlier.number(numbers, scanner));
            }
            return remembered;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    static List<VoucherId> named(List<Read> requests) {
        return requests.stream()
                .flatMap(read -> read.scans().stream())
                .map(ReadScan::voucher)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private List<Order> locked(List<Read> requests) {
        var seen = vouchers.get(named(requests));
        return orders.lock(seen.stream().map(Voucher::order).distinct().toList());
    }

    /**
     * What is known of the vouchers, read after their orders were locked, as cancelling does: what is decided now stays
     * true until it is written.
     */
    private Judgement.Known known(List<Read> requests, List<Order> locked, Instant now) {
        var known = vouchers.get(named(requests));
        var had = known.stream()
                .filter(voucher -> voucher.unitsRedeemed() > 0)
                .map(Voucher::id)
                .toList();
        var names = requests.stream()
                .flatMap(read -> read.scans().stream()
                        .map(scan -> read.from().scanner().name(scan.scan().nonce())))
                .distinct()
                .toList();
        return new Judgement.Known(
                locked,
                known,
                had.isEmpty() ? Map.of() : scans.last(had),
                earlier.of(names),
                used(requests),
                blocked(requests, locked, known, now));
    }

    /** Of those that are asked for now: what was accepted with no network is good on a blocked day too. */
    private Set<VoucherId> blocked(List<Read> requests, List<Order> locked, List<Voucher> known, Instant now) {
        var asked = requests.stream()
                .flatMap(read -> read.scans().stream())
                .filter(scan -> !scan.scan().isOffline())
                .map(ReadScan::voucher)
                .collect(Collectors.toSet());
        return blockedToday.of(
                known.stream().filter(voucher -> asked.contains(voucher.id())).toList(),
                locked.stream().collect(Collectors.toMap(Order::id, Function.identity())),
                now);
    }

    private Map<DeviceId, Map<Long, String>> used(List<Read> requests) {
        var numbers = new LinkedHashMap<DeviceId, List<Long>>();
        for (var read : requests) {
            var device = read.from().device();
            if (device != null) {
                read.scans().stream()
                        .map(scan -> scan.scan().offline())
                        .filter(Objects::nonNull)
                        .forEach(offline -> numbers.computeIfAbsent(device.id(), id -> new ArrayList<>())
                                .add(offline.sequence()));
            }
        }
        var used = new HashMap<DeviceId, Map<Long, String>>();
        numbers.forEach((device, theirs) -> used.put(device, earlier.used(device, theirs)));
        return used;
    }
}
