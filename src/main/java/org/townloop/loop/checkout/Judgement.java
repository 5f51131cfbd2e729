package org.townloop.loop.checkout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.townloop.loop.voucher.JudgedScan;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.ScanOutcome;
import org.townloop.loop.voucher.Taken;
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
    private final Map<String, ScanAnswer> answered;
    private final Map<Long, String> used;
    private final Set<VoucherId> blocked;
    private final List<Taken> taken = new ArrayList<>();
    private final List<JudgedScan> kept = new ArrayList<>();
    private final Map<String, Long> numbered = new HashMap<>();

    Judgement(
            ScanBatches.From from,
            Instant now,
            List<Order> orders,
            List<Voucher> vouchers,
            Map<VoucherId, ScanAnswer.First> last,
            Map<String, ScanAnswer> answered,
            Map<Long, String> used,
            Set<VoucherId> blocked) {
        this.from = from;
        this.now = now;
        this.orders = orders.stream().collect(Collectors.toMap(Order::id, Function.identity()));
        this.vouchers = new HashMap<>(vouchers.stream().collect(Collectors.toMap(Voucher::id, Function.identity())));
        this.last = new HashMap<>(last);
        this.answered = new HashMap<>(answered);
        this.used = new HashMap<>(used);
        this.blocked = blocked;
    }

    Map<OrderId, Order> orders() {
        return orders;
    }

    Map<VoucherId, OrderId> ordersOfVouchers() {
        return vouchers.values().stream().collect(Collectors.toMap(Voucher::id, Voucher::order));
    }

    List<Taken> taken() {
        return taken;
    }

    /** What is to be remembered: not what was answered before, and nothing that a device did not sign. */
    List<JudgedScan> kept() {
        return kept;
    }

    /** Scans that were answered before, as nobody heard, and come again with a number; by nonce. */
    Map<String, Long> numbered() {
        return numbered;
    }

    /** The numbers that arrived now. */
    List<Long> numbers() {
        return Stream.concat(
                        kept.stream().map(JudgedScan::sequence).filter(Objects::nonNull), numbered.values().stream())
                .toList();
    }

    ScanAnswer judge(ReadScan read) {
        var nonce = read.scan().nonce();
        if (!read.genuine() || isNumberReused(read.scan())) {
            return ScanAnswer.unknown(nonce, ScanOutcome.BAD_SIGNATURE);
        }
        var earlier = answered.get(nonce);
        if (earlier != null) {
            number(read.scan());
            return earlier;
        }
        var answer = verdict(read);
        answered.put(nonce, answer);
        keep(read, answer);
        return answer;
    }

    private boolean isNumberReused(Scan scan) {
        var offline = scan.offline();
        if (offline == null) {
            return false;
        }
        var before = used.get(offline.sequence());
        return before != null && !before.equals(scan.nonce());
    }

    private void number(Scan scan) {
        var offline = scan.offline();
        if (offline != null && used.putIfAbsent(offline.sequence(), scan.nonce()) == null) {
            numbered.putIfAbsent(scan.nonce(), offline.sequence());
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
        taken.add(new Taken(voucher, units, read.scan().nonce(), at(read)));
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
        if (offline != null) {
            used.put(offline.sequence(), scan.nonce());
        }
        kept.add(new JudgedScan(
                answer,
                scan.isOffline(),
                offline == null ? null : offline.sequence(),
                read.scannedAt(),
                from.skew(),
                scan.units(),
                scan.staff()));
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
