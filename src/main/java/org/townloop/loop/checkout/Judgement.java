package org.townloop.loop.checkout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.voucher.Ask;
import org.townloop.loop.voucher.EarlierScan;
import org.townloop.loop.voucher.JudgedScan;
import org.townloop.loop.voucher.Redemption;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.ScanOutcome;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherId;

/**
 * Judges scans one after the other in memory, each upon what those before it have left: what is to be written comes out
 * of it at the end.
 */
final class Judgement {

    private final ScanBatches.From from;
    private final Instant now;
    private final Map<OrderId, Order> orders;
    private final Map<VoucherId, Voucher> vouchers;
    private final Map<VoucherId, ScanAnswer.First> last;
    private final Map<String, EarlierScan> answered;
    private final Set<String> stored;
    private final Map<Long, String> used;
    private final Set<VoucherId> blocked;
    private final List<Redemption> taken = new ArrayList<>();
    private final Map<String, JudgedScan> kept = new LinkedHashMap<>();
    private final Map<String, Long> numbered = new HashMap<>();

    Judgement(
            ScanBatches.From from,
            Instant now,
            List<Order> orders,
            List<Voucher> vouchers,
            Map<VoucherId, ScanAnswer.First> last,
            Map<String, EarlierScan> answered,
            Map<Long, String> used,
            Set<VoucherId> blocked) {
        this.from = from;
        this.now = now;
        this.orders = orders.stream().collect(Collectors.toMap(Order::id, Function.identity()));
        this.vouchers = new HashMap<>(vouchers.stream().collect(Collectors.toMap(Voucher::id, Function.identity())));
        this.last = new HashMap<>(last);
        this.answered = new HashMap<>(answered);
        this.stored = Set.copyOf(answered.keySet());
        this.used = new HashMap<>(used);
        this.blocked = blocked;
    }

    Map<OrderId, Order> orders() {
        return orders;
    }

    Map<VoucherId, OrderId> ordersOfVouchers() {
        return vouchers.values().stream().collect(Collectors.toMap(Voucher::id, Voucher::order));
    }

    List<Redemption> taken() {
        return taken;
    }

    /** What is to be remembered: not what was answered before, and nothing that a device did not sign. */
    List<JudgedScan> kept() {
        return List.copyOf(kept.values());
    }

    /** Of what is to be remembered, what nothing is remembered of yet. */
    List<JudgedScan> fresh() {
        return kept.values().stream()
                .filter(scan -> !stored.contains(scan.answer().nonce()))
                .toList();
    }

    /** Of what is to be remembered, what takes the place of a verdict that nobody heard. */
    List<JudgedScan> again() {
        return kept.values().stream()
                .filter(scan -> stored.contains(scan.answer().nonce()))
                .toList();
    }

    /** Scans that were answered before, as nobody heard, and come again with a number; by nonce. */
    Map<String, Long> numbered() {
        return numbered;
    }

    /** The numbers that arrived now. */
    List<Long> numbers() {
        return Stream.concat(
                        kept.values().stream().map(JudgedScan::sequence).filter(Objects::nonNull),
                        numbered.values().stream())
                .toList();
    }

    ScanAnswer judge(ReadScan read) {
        var nonce = read.scan().nonce();
        var earlier = answered.get(nonce);
        if (!read.genuine() || isNumberWrong(read.scan()) || (earlier != null && !asksTheSame(read, earlier))) {
            return ScanAnswer.unknown(nonce, ScanOutcome.BAD_SIGNATURE);
        }
        if (earlier != null && (earlier.stands() || !read.scan().isOffline())) {
            number(read.scan(), earlier);
            return earlier.answer();
        }
        var answer = verdict(read);
        keep(read, answer);
        return answer;
    }

    private static boolean asksTheSame(ReadScan read, EarlierScan earlier) {
        return earlier.asked(read.scan().units(), read.voucher(), read.tokenHash());
    }

    /** Used before for another scan, or from further on than the device can have come. */
    private boolean isNumberWrong(Scan scan) {
        var offline = scan.offline();
        var device = from.device();
        if (offline == null || device == null) {
            return false;
        }
        var before = used.get(offline.sequence());
        return before == null ? !device.canHaveUsed(offline.sequence()) : !before.equals(scan.nonce());
    }

    private void number(Scan scan, EarlierScan earlier) {
        var offline = scan.offline();
        if (offline != null && earlier.sequence() == null) {
            used.put(offline.sequence(), scan.nonce());
            numbered.put(scan.nonce(), offline.sequence());
            answered.put(scan.nonce(), earlier.numbered(offline.sequence()));
        }
    }

    private ScanAnswer verdict(ReadScan read) {
        var voucher = read.voucher() == null ? null : vouchers.get(read.voucher());
        if (voucher == null) {
            var outcome = read.refused() == null ? ScanOutcome.BAD_SIGNATURE : read.refused();
            return ScanAnswer.unknown(read.scan().nonce(), outcome);
        }
        var order = orders.get(voucher.order());
        var ask = new Ask(read.scan().isOffline(), read.scan().units(), at(read));
        var outcome = ask.of(voucher, order != null && order.state() == OrderState.PAID);
        return answer(
                read, voucher, outcome == ScanOutcome.REDEEMED && isRefusedToday(read) ? ScanOutcome.EXPIRED : outcome);
    }

    /** A blocked day protects the place: if it served the guest with no network, it has waived that. */
    private boolean isRefusedToday(ReadScan read) {
        return !read.scan().isOffline() && read.voucher() != null && blocked.contains(read.voucher());
    }

    private ScanAnswer answer(ReadScan read, Voucher voucher, ScanOutcome outcome) {
        var nonce = read.scan().nonce();
        return switch (outcome) {
            case REDEEMED -> take(read, voucher);
            case ALREADY_REDEEMED, CONFLICT -> {
                var first = last.get(voucher.id());
                yield new ScanAnswer(
                        nonce, outcome, voucher.id(), first == null ? null : first.at(), voucher.unitsLeft(), first);
            }
            case EXPIRED, REVOKED, WRONG_PLACE, BAD_SIGNATURE ->
                new ScanAnswer(nonce, outcome, voucher.id(), null, voucher.unitsLeft(), null);
        };
    }

    private ScanAnswer take(ReadScan read, Voucher voucher) {
        var units = read.scan().units();
        taken.add(new Redemption(voucher, units, read.scan().nonce(), at(read)));
        var after = voucher.had(units, now);
        vouchers.put(voucher.id(), after);
        restore(voucher.order());
        last.put(voucher.id(), new ScanAnswer.First(now, from.scanner().id()));
        return new ScanAnswer(read.scan().nonce(), ScanOutcome.REDEEMED, voucher.id(), now, after.unitsLeft(), null);
    }

    /** What was called off with it is good again. */
    private void restore(OrderId order) {
        vouchers.replaceAll((id, voucher) -> voucher.order().equals(order) ? voucher.restored() : voucher);
    }

    private void keep(ReadScan read, ScanAnswer answer) {
        var scan = read.scan();
        var offline = scan.offline();
        var sequence = offline == null ? null : offline.sequence();
        if (sequence != null) {
            used.put(sequence, scan.nonce());
        }
        answered.put(scan.nonce(), new EarlierScan(answer, sequence, scan.units(), read.tokenHash()));
        kept.put(
                scan.nonce(),
                new JudgedScan(
                        answer,
                        scan.isOffline(),
                        sequence,
                        read.scannedAt(),
                        from.skew(),
                        scan.units(),
                        scan.staff(),
                        read.tokenHash()));
    }

    /** When it was made, by our clock. No scan is from later than now. */
    private Instant at(ReadScan read) {
        var scannedAt = read.scannedAt();
        if (scannedAt == null) {
            return now;
        }
        var corrected = scannedAt.plus(skew());
        return corrected.isAfter(now) ? now : corrected;
    }

    private Duration skew() {
        @Nullable Duration measured = from.skew();
        return measured == null ? Duration.ZERO : measured;
    }
}
