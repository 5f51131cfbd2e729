package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.townloop.loop.voucher.Devices;
import org.townloop.loop.voucher.EarlierScans;
import org.townloop.loop.voucher.QuarantinedScan;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.Scanner;
import org.townloop.loop.voucher.Scans;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.loop.voucher.Vouchers;

/** Judges the scans of one request in one transaction: a handful of statements, however many scans. */
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

    private final Orders orders;
    private final Vouchers vouchers;
    private final Scans scans;
    private final EarlierScans earlier;
    private final Devices devices;
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
            Devices devices,
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

    /** An answer for each, in their order. A nonce that was taken meanwhile undoes all of it, and it is judged again. */
    List<ScanAnswer> judge(From from, List<Scan> items) {
        var read = items.stream().map(item -> reader.read(from, item)).toList();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (atomically.run(() -> judgeRead(from, read)) instanceof Outcome.Done<List<ScanAnswer>>(var answers)) {
                return answers;
            }
        }
        throw new IllegalStateException("nonces were taken and are not there: " + from.scanner());
    }

    /** Judges a scan that was kept in quarantine, together with the decision that it counts. */
    ScanAnswer judgeKept(Device device, QuarantinedScan kept, Runnable decision) {
        var from = new From(Scanner.of(device), device, kept.skew());
        var outcome = atomically.run(() -> {
            decision.run();
            return judgeRead(from, List.of(ReadScan.of(kept)));
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
        return judgeRead(from, vouchers.stream().map(ReadScan::ofOpening).toList());
    }

    /** Moments are as fine as the tables keep them, so that an answer that is read again is the same. */
    private Outcome<List<ScanAnswer>> judgeRead(From from, List<ReadScan> read) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var judgement = judgement(from, read, now);
        var answers = read.stream().map(judgement::judge).toList();
        fulfilments.apply(judgement.orders(), judgement.taken(), from.scanner(), now);
        if (!remember(from, judgement, now)) {
            return Outcome.refused(CheckoutReason.NONCE_INVALID);
        }
        fulfilments.tell(judgement.kept(), judgement.ordersOfVouchers(), from.scanner());
        note(from, judgement.numbers(), now);
        return Outcome.done(answers);
    }

    /** False if another window of the device has used a nonce or a number meanwhile: then nothing may come of any. */
    private boolean remember(From from, Judgement judgement, Instant now) {
        try {
            var remembered = scans.remember(judgement.fresh(), from.scanner(), now)
                    && earlier.replace(judgement.again(), from.scanner(), now);
            if (remembered) {
                earlier.number(judgement.numbered(), from.scanner());
            }
            return remembered;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /**
     * What is known of the vouchers, read after their orders were locked, as cancelling does: what is decided now stays
     * true until it is written.
     */
    private Judgement judgement(From from, List<ReadScan> read, Instant now) {
        var named = read.stream()
                .map(ReadScan::voucher)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var seen = vouchers.get(named).stream().map(Voucher::order).distinct().toList();
        var locked = orders.lock(seen);
        var known = new ArrayList<>(vouchers.get(named));
        known.removeIf(voucher -> !voucher.place().equals(from.scanner().place()));
        known.removeAll(notToBeScanned(read, locked, known));
        return new Judgement(
                from,
                now,
                locked,
                known,
                scans.last(known.stream()
                        .filter(voucher -> voucher.unitsRedeemed() > 0)
                        .map(Voucher::id)
                        .toList()),
                earlier.of(
                        from.scanner(),
                        read.stream().map(scan -> scan.scan().nonce()).toList()),
                used(from, read),
                blocked(from, read, locked, known, now));
    }

    /** What is opened online is no counter's, and nothing else is opened. */
    private static List<Voucher> notToBeScanned(List<ReadScan> read, List<Order> locked, List<Voucher> known) {
        var opened =
                read.stream().filter(ReadScan::isOpening).map(ReadScan::voucher).collect(Collectors.toSet());
        var byOpening =
                locked.stream().filter(Order::isByOpening).map(Order::id).collect(Collectors.toSet());
        return known.stream()
                .filter(voucher -> opened.contains(voucher.id()) != byOpening.contains(voucher.order()))
                .toList();
    }

    /** Of those that are asked for now: what was accepted with no network is good on a blocked day too. */
    private Set<VoucherId> blocked(
            From from, List<ReadScan> read, List<Order> locked, List<Voucher> known, Instant now) {
        var asked = read.stream()
                .filter(scan -> !scan.scan().isOffline())
                .map(ReadScan::voucher)
                .collect(Collectors.toSet());
        return blockedToday.of(
                from.scanner().place(),
                known.stream().filter(voucher -> asked.contains(voucher.id())).toList(),
                locked.stream().collect(Collectors.toMap(Order::id, Function.identity())),
                now);
    }

    private Map<Long, String> used(From from, List<ReadScan> read) {
        var device = from.device();
        return device == null
                ? Map.of()
                : earlier.used(
                        device.id(),
                        read.stream()
                                .map(scan -> scan.scan().offline())
                                .filter(Objects::nonNull)
                                .map(Scan.Offline::sequence)
                                .toList());
    }

    private void note(From from, List<Long> numbers, Instant now) {
        var device = from.device();
        if (device != null) {
            devices.reached(device.id(), numbers, 0, from.skew(), now);
        }
    }
}
