package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Shares;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.ordering.Terms;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.loop.voucher.VoucherState;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Deposit;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.pack.CancellationPolicy;
import org.townloop.supply.pack.NoShowPolicy;
import tools.jackson.databind.json.JsonMapper;

/** Whatever an order costs, and however much of it is had: what is paid, kept, given back and left to be paid adds up. */
class DepositPropertyTest {

    private static final RegionId TOWN = new RegionId(999_001);
    private static final Instant START = Instant.parse("2026-11-27T02:00:00Z");
    private static final List<String> CURRENCIES = List.of("CNY", "JPY", "KWD", "CHF");

    private final Random random = new Random(20261122);

    @Test
    void atEveryStateTheDepositIsReleasedOrGivenBackAndNoMoreIsKeptThanAgreed() {
        for (int i = 0; i < 20_000; i++) {
            var order = order();
            var vouchers = vouchers(order);
            adds(order, vouchers);
            settles(order, vouchers);
        }
    }

    /** Units that were had and those that were not share the deposit and the rest of the price. */
    private static void adds(Order order, List<Voucher> vouchers) {
        var unused = Unused.of(order, vouchers);
        var released = vouchers.stream()
                .map(voucher -> voucher.worthOf(voucher.unitsRedeemed()))
                .reduce(Money.zero(order.total().currency()), Money::plus);
        assertThat(released.plus(unused.worth())).isEqualTo(order.total());
        var dueForHad = Balance.ofHad(order, vouchers);
        assertThat(released.plus(dueForHad).plus(unused.price())).isEqualTo(order.price());
        assertThat(dueForHad.minor()).isBetween(0L, order.balance().minor());
    }

    /** What is kept of what nobody had is the policy's share of its price, at most what was paid of it. */
    private static void settles(Order order, List<Voucher> vouchers) {
        var unused = Unused.of(order, vouchers);
        var back = order.terms().refundIfMissed(unused.price(), unused.worth());
        var kept = unused.worth().minus(back);
        var policy = unused.price().minus(noShow(order).refund(unused.price()));
        assertThat(back.minor()).isBetween(0L, unused.worth().minor());
        assertThat(kept.minor())
                .isEqualTo(Math.min(policy.minor(), unused.worth().minor()));
        for (var now : List.of(START.minus(Duration.ofDays(3)), START.minusSeconds(1), START.plusSeconds(1))) {
            var refund = order.refund(now);
            var share = order.price().minus(order.terms().cancellation().refund(order.price(), START, now));
            assertThat(order.total().minus(refund).minor())
                    .isEqualTo(Math.min(share.minor(), order.total().minor()));
        }
    }

    private static NoShowPolicy noShow(Order order) {
        return Objects.requireNonNull(order.terms().noShow());
    }

    private Order order() {
        var currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        var unit = Money.of(random.nextLong(1, 200_000), currency);
        var extra = Money.of(random.nextBoolean() ? 0 : random.nextLong(0, 10_000), currency);
        var quantity = random.nextInt(1, 9);
        var line = new Line(
                1,
                new OfferId(id()),
                1,
                Words.of("Room", "房间"),
                quantity,
                unit,
                extra,
                START,
                START.plus(Duration.ofHours(1)),
                JsonMapper.shared().createObjectNode(),
                null);
        var deposit = random.nextInt(4) == 0 ? null : new Deposit(random.nextInt(1, 91));
        var balance = deposit == null ? Money.zero(unit.currency()) : deposit.balance(line.total());
        return new Order(
                new OrderId(id()),
                new PersonId(UUID.randomUUID()),
                new MerchantId(id()),
                new PlaceId(id()),
                OrderState.PAID,
                Pays.ESCROW,
                line.total().minus(balance),
                balance,
                terms(deposit),
                START,
                START,
                null,
                START,
                START,
                null,
                null,
                null,
                List.of(line));
    }

    private Terms terms(@Nullable Deposit deposit) {
        var late = random.nextInt(0, 100);
        var after = random.nextInt(late, 101);
        return new Terms(
                new CancellationPolicy(
                        List.of(
                                new CancellationPolicy.Step(Duration.ofDays(2), 0),
                                new CancellationPolicy.Step(Duration.ZERO, Math.max(1, late))),
                        Math.max(1, after),
                        null),
                new Shares(0, 0, null),
                new NoShowPolicy(Duration.ofMinutes(15), Math.max(1, after), Duration.ofDays(1)),
                deposit);
    }

    /** One for each unit or one for all, some of them had. */
    private List<Voucher> vouchers(Order order) {
        var quantity = order.first().quantity();
        if (random.nextBoolean()) {
            return List.of(voucher(order, 1, order.total(), quantity, random.nextInt(0, quantity + 1)));
        }
        var parts = order.total().allocate(random.ints(quantity, 1, 2).toArray());
        var vouchers = new ArrayList<Voucher>();
        for (int unit = 1; unit <= quantity; unit++) {
            vouchers.add(voucher(order, unit, parts[unit - 1], 1, random.nextInt(0, 2)));
        }
        return vouchers;
    }

    private static Voucher voucher(Order order, int unit, Money value, int units, int had) {
        return new Voucher(
                new VoucherId(id()),
                order.id(),
                1,
                unit,
                order.place(),
                order.first().offer(),
                order.resident(),
                value,
                units,
                had,
                had == units ? VoucherState.REDEEMED : VoucherState.ISSUED,
                START,
                START.plus(Duration.ofDays(30)),
                null);
    }

    private static UUID id() {
        return Ids.next(TOWN, START);
    }
}
