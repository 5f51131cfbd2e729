package org.townloop.loop.checkout;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.voucher.Ask;
import org.townloop.loop.voucher.Device;
import org.townloop.loop.voucher.DeviceId;
import org.townloop.loop.voucher.EarlierScan;
import org.townloop.loop.voucher.JudgedScan;
import org.townloop.loop.voucher.Redemption;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.ScanName;
import org.townloop.loop.voucher.ScanOutcome;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherId;

/**
 * Judges scans one after the other in memory, each upon what those before it have left: what is to be written comes out
 * of it at the end.
 */
final class Judgement {

    /**
     * What is known when it begins.
     *
     * @param orders locked
     * @param vouchers read after their orders were locked
     * @param last of those of which something was had
     * @param used numbers, with the nonces under which they were
     * @param blocked good, but not for a scan that asks today
     */
    record Known(
            List<Order> orders,
            List<Voucher> vouchers,
            Map<VoucherId, ScanAnswer.First> last,
            Map<ScanName, EarlierScan> answered,
            Map<DeviceId, Map<Long, String>> used,
            Set<VoucherId> blocked) {}

    private final Instant now;
    private final Map<OrderId, Order> orders;
    private final Map<VoucherId, Voucher> vouchers;
    private final Map<VoucherId, ScanAnswer.First> last;
    private final Map<ScanName, EarlierScan> answered;
    private final Map<DeviceId, Map<Long, String>> used = new HashMap<>();
    private final Set<VoucherId> blocked;
    private final Verdicts verdicts;

    Judgement(Known known, Instant now) {
        this.now = now;
        this.orders = known.orders().stream().collect(Collectors.toMap(Order::id, Function.identity()));
        this.vouchers =
                new HashMap<>(known.vouchers().stream().collect(Collectors.toMap(Voucher::id, Function.identity())));
        this.last = new HashMap<>(known.last());
        this.answered = new HashMap<>(known.answered());
        this.verdicts = new Verdicts(Set.copyOf(answered.keySet()));
        known.used().forEach((device, numbers) -> used.put(device, new HashMap<>(numbers)));
        this.blocked = known.blocked();
    }

    Map<OrderId, Order> orders() {
        return orders;
    }

    Map<VoucherId, OrderId> ordersOfVouchers() {
        return vouchers.values().stream().collect(Collectors.toMap(Voucher::id, Voucher::order));
    }

    /** What comes of it. */
    Verdicts verdicts() {
        return verdicts;
    }

    ScanAnswer judge(ScanBatches.From from, ReadScan read) {
        var nonce = read.scan().nonce();
        var earlier = answered.get(from.scanner().name(nonce));
        if (!read.genuine() || isNumberWrong(from, read.scan()) || (earlier != null && !asksTheSame(read, earlier))) {
            return ScanAnswer.unknown(nonce, ScanOutcome.BAD_SIGNATURE);
        }
        if (earlier != null && (earlier.stands() || !read.scan().isOffline())) {
            number(from, read.scan(), earlier);
            return earlier.answer();
        }
        var answer = verdict(from, read);
        keep(from, read, answer);
        return answer;
    }

    private Map<Long, String> used(Device device) {
        return used.computeIfAbsent(device.id(), id -> new HashMap<>());
    }

    private static boolean asksTheSame(ReadScan read, EarlierScan earlier) {
        return earlier.asked(read.scan().units(), read.voucher(), read.tokenHash());
    }

    /** Used before for another scan, or from further on than the device can have come. */
    private boolean isNumberWrong(ScanBatches.From from, Scan scan) {
        var offline = scan.offline();
        var device = from.device();
        if (offline == null || device == null) {
            return false;
        }
        var before = used(device).get(offline.sequence());
        return before == null ? !device.canHaveUsed(offline.sequence()) : !before.equals(scan.nonce());
    }

    private void number(ScanBatches.From from, Scan scan, EarlierScan earlier) {
        var offline = scan.offline();
        if (offline != null && earlier.sequence() == null) {
            use(from, offline.sequence(), scan.nonce());
            verdicts.number(from.scanner(), scan.nonce(), offline.sequence());
            answered.put(from.scanner().name(scan.nonce()), earlier.numbered(offline.sequence()));
        }
    }

    private void use(ScanBatches.From from, long number, String nonce) {
        var device = from.device();
        if (device != null) {
            used(device).put(number, nonce);
        }
    }

    private ScanAnswer verdict(ScanBatches.From from, ReadScan read) {
        var voucher = here(from, read);
        if (voucher == null) {
            var outcome = read.refused() == null ? ScanOutcome.BAD_SIGNATURE : read.refused();
            return ScanAnswer.unknown(read.scan().nonce(), outcome);
        }
        var order = orders.get(voucher.order());
        var ask = new Ask(read.scan().isOffline(), read.scan().units(), at(from, read));
        var outcome = ask.of(voucher, order != null && order.state() == OrderState.PAID);
        var isRefusedToday = outcome == ScanOutcome.REDEEMED && isRefusedToday(read);
        return answer(from, read, voucher, isRefusedToday ? ScanOutcome.EXPIRED : outcome);
    }

    /** One of this place; what is opened online is no counter's, and nothing else is opened. */
    private @Nullable Voucher here(ScanBatches.From from, ReadScan read) {
        var voucher = read.voucher() == null ? null : vouchers.get(read.voucher());
        if (voucher == null || !voucher.place().equals(from.scanner().place())) {
            return null;
        }
        var order = orders.get(voucher.order());
        return read.isOpening() == (order != null && order.isByOpening()) ? voucher : null;
    }

    /** A blocked day protects the place: if it served the guest with no network, it has waived that. */
    private boolean isRefusedToday(ReadScan read) {
        return !read.scan().isOffline() && read.voucher() != null && blocked.contains(read.voucher());
    }

    private ScanAnswer answer(ScanBatches.From from, ReadScan read, Voucher voucher, ScanOutcome outcome) {
        var nonce = read.scan().nonce();
        return switch (outcome) {
            case REDEEMED -> take(from, read, voucher);
            case ALREADY_REDEEMED, CONFLICT -> {
                var first = last.get(voucher.id());
                yield new ScanAnswer(
                        nonce, outcome, voucher.id(), first == null ? null : first.at(), voucher.unitsLeft(), first);
            }
            case EXPIRED, REVOKED, WRONG_PLACE, BAD_SIGNATURE ->
                new ScanAnswer(nonce, outcome, voucher.id(), null, voucher.unitsLeft(), null);
        };
    }

    private ScanAnswer take(ScanBatches.From from, ReadScan read, Voucher voucher) {
        var units = read.scan().units();
        verdicts.take(from.scanner(), new Redemption(voucher, units, read.scan().nonce(), at(from, read)));
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

    private void keep(ScanBatches.From from, ReadScan read, ScanAnswer answer) {
        var scan = read.scan();
        var offline = scan.offline();
        var sequence = offline == null ? null : offline.sequence();
        if (sequence != null) {
            use(from, sequence, scan.nonce());
        }
        answered.put(
                from.scanner().name(scan.nonce()), new EarlierScan(answer, sequence, scan.units(), read.tokenHash()));
        verdicts.keep(
                from.scanner(),
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
    private Instant at(ScanBatches.From from, ReadScan read) {
        var scannedAt = read.scannedAt();
        if (scannedAt == null) {
            return now;
        }
        var corrected = scannedAt.plus(skew(from));
        return corrected.isAfter(now) ? now : corrected;
    }

    private static Duration skew(ScanBatches.From from) {
        @Nullable Duration measured = from.skew();
        return measured == null ? Duration.ZERO : measured;
    }
}
