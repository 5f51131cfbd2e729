package org.townloop.loop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.townloop.loop.ledger.Books.yuan;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.townloop.Race;
import org.townloop.Rounds;

/** FAULTS 4, 14 and 15, as far as the books go. */
class LedgerRaceTest {

    private final Books books = Books.shared();

    @Rounds
    void aHundredCopiesOfOneCauseMoveItsMoneyOnce() {
        var order = books.paidOrder(100_000);
        var release = books.aRelease(order, 500, "redemption of " + order);
        var moved = new AtomicInteger();
        Race.of(IntStream.range(0, 100).<Runnable>mapToObj(copy -> () -> {
            if (books.write(() -> books.ledger.release(release))) {
                moved.incrementAndGet();
            }
        }));
        assertThat(moved).hasValue(1);
        assertThat(books.moneyOf(order).released()).isEqualTo(yuan(500));
    }

    /** The control: it is the cause that makes them one. */
    @Rounds
    void aHundredCausesMoveItAHundredTimes() {
        var order = books.paidOrder(100_000);
        Race.of(IntStream.range(0, 100).<Runnable>mapToObj(copy -> () -> books.release(order, 500)));
        assertThat(books.moneyOf(order).released()).isEqualTo(yuan(50_000));
    }

    @Rounds
    void ofARefundAndAReleaseOfTheSameMoneyOneWins() {
        for (int round = 0; round < 20; round++) {
            var order = books.paidOrder(1_000);
            var refused = new AtomicInteger();
            Race.of(IntStream.range(0, 8).<Runnable>mapToObj(rival -> () -> {
                try {
                    var won = rival % 2 == 0 ? books.refund(order, 1_000) : books.release(order, 1_000);
                    assertThat(won).isTrue();
                } catch (Overdrawn e) {
                    refused.incrementAndGet();
                }
            }));
            assertThat(refused).hasValue(7);
            assertThat(books.moneyOf(order).held()).isEqualTo(yuan(0));
        }
        assertThat(books.ledger.audit()).isEmpty();
    }
}
