package org.townloop.loop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.townloop.loop.ledger.Books.money;
import static org.townloop.loop.ledger.Books.yuan;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.townloop.Race;
import org.townloop.base.kernel.Money;

class ClawBackTest {

    private final Books books = Books.shared();
    private final Ledger ledger = books.ledger;

    @Test
    void whatWasReleasedGoesBackAsItWasSplitAndCanBeRefunded() {
        var order = books.paidOrder(10_000);
        books.release(order, 10_000);
        assertThat(ledger.wouldClawBack(order, yuan(5_000)))
                .isEqualTo(new ClawBack(yuan(4_650), yuan(100), yuan(250), yuan(0)));
        assertThat(books.write(() -> ledger.clawBack(order, yuan(5_000), "dispute " + order)))
                .isTrue();
        assertThat(books.moneyOf(order)).isEqualTo(money(10_000, 5_000, 0));
        assertThat(books.merchantHas()).isEqualTo(4_650);
        books.refund(order, 5_000);
        assertThat(books.moneyOf(order)).isEqualTo(money(10_000, 5_000, 5_000));
        assertThat(ledger.audit()).isEmpty();
    }

    @Test
    void aCauseTakesBackOnceThoughTheSharesAreOthersByThen() {
        var order = books.paidOrder(9_999);
        books.release(order, 3_333);
        assertThat(books.write(() -> ledger.clawBack(order, yuan(1_111), "dispute " + order)))
                .isTrue();
        books.release(order, 6_666);
        assertThat(books.write(() -> ledger.clawBack(order, yuan(1_111), "dispute " + order)))
                .isFalse();
        assertThatThrownBy(() -> books.write(() -> ledger.clawBack(order, yuan(1_112), "dispute " + order)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(books.moneyOf(order).released()).isEqualTo(yuan(8_888));
    }

    @Test
    void moreThanWasReleasedIsRefused() {
        var order = books.paidOrder(5_000);
        books.release(order, 3_000);
        assertThatThrownBy(() -> books.write(() -> ledger.clawBack(order, yuan(3_001), "d " + order)))
                .isInstanceOf(Overdrawn.class);
        assertThatThrownBy(() -> books.write(() -> ledger.clawBack(books.order(), yuan(1), "d2 " + order)))
                .isInstanceOf(Overdrawn.class);
        assertThat(books.moneyOf(order)).isEqualTo(money(5_000, 3_000, 0));
    }

    @Test
    void aMerchantWhoWasPaidOutOwesItAndTheNextReleasesNetIt() {
        var order = books.paidOrder(10_000);
        books.release(order, 10_000);
        var payout = books.payout(9_300);
        books.write(() -> books.payouts.payOut(List.of(payout)));
        books.write(() -> ledger.clawBack(order, yuan(10_000), "d " + order));
        assertThat(books.merchantHas()).isEqualTo(-9_300);
        assertThat(books.payable()).isEqualTo(yuan(0));
        books.release(books.paidOrder(20_000), 20_000);
        assertThat(books.payable()).isEqualTo(yuan(9_300));
        assertThat(ledger.audit()).isEmpty();
    }

    @Test
    void ofManyWhoTakeBackTheSameMoneyOneWins() {
        var order = books.paidOrder(1_000);
        books.release(order, 1_000);
        var refused = new AtomicInteger();
        Race.of(IntStream.range(0, 8).<Runnable>mapToObj(rival -> () -> {
            try {
                books.write(() -> ledger.clawBack(order, yuan(1_000), "dispute " + rival + " of " + order));
            } catch (Overdrawn e) {
                refused.incrementAndGet();
            }
        }));
        assertThat(refused).hasValue(7);
        assertThat(books.moneyOf(order)).isEqualTo(money(1_000, 0, 0));
    }

    @Test
    void thePartsAddUpAndNobodyGivesBackMoreThanHeHad() {
        var random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 20_000; i++) {
            var most = random.nextBoolean() ? 5 : 1L << 51;
            var had = LongStream.generate(() -> random.nextLong(most)).limit(4).toArray();
            var amount = random.nextLong(LongStream.of(had).sum() + 1);
            var parts = ClawBack.of(
                    yuan(amount), LongStream.of(had).mapToObj(Books::yuan).toList());
            var minors = LongStream.of(
                            parts.merchant().minor(),
                            parts.partner().minor(),
                            parts.platform().minor(),
                            parts.referrer().minor())
                    .toArray();
            assertThat(LongStream.of(minors).sum()).isEqualTo(amount);
            for (int who = 0; who < 4; who++) {
                assertThat(minors[who]).isBetween(0L, had[who]);
            }
        }
    }

    @Test
    void theUnitThatIsLeftIsTakenWhereTheMostWasCutOff() {
        assertThat(ClawBack.of(yuan(3), List.of(yuan(1), yuan(1), yuan(1), yuan(1))))
                .isEqualTo(new ClawBack(yuan(1), yuan(1), yuan(1), yuan(0)));
        assertThat(ClawBack.of(yuan(1), List.of(yuan(1), yuan(0), yuan(9), yuan(0)))
                        .platform())
                .isEqualTo(Money.of(1, "CNY"));
    }
}
