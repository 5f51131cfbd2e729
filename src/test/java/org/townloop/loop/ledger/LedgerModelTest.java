package org.townloop.loop.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FAULTS 14 and 15: random sequences of everything that moves money, against a slow model in memory ({@link SlowBooks}).
 * Whatever the model refuses the books refuse, nothing is ever left over or missing, and the audit is sound all along.
 */
class LedgerModelTest {

    private static final int STEPS = 150;
    private static final int AUDIT_EACH = 30;

    private final Books books = Books.fresh();

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_127, 99})
    void theBooksDoWhatTheModelDoes(long seed) {
        var random = new SplittableRandom(seed);
        var model = new SlowBooks(books);
        for (int step = 0; step < STEPS; step++) {
            var act = model.next(random);
            assertThat(done(act.ours()))
                    .as("seed %s, step %s: %s", seed, step, act.name())
                    .isEqualTo(act.expected());
            if (random.nextInt(4) == 0) {
                assertThat(done(act.ours()))
                        .as("seed %s, step %s again: %s", seed, step, act.name())
                        .isNotEqualTo("moved");
            }
            if (random.nextInt(10) == 0) {
                books.ledger.seal();
            }
            if (step % AUDIT_EACH == 0) {
                requireSame(model, seed, step);
            }
        }
        books.seal();
        requireSame(model, seed, STEPS);
    }

    /** The control: of books in which one unit was moved on, model and audit both tell. */
    @Test
    void aUnitThatIsMovedBehindTheirBacksIsSeen() {
        var random = new SplittableRandom(5);
        var model = new SlowBooks(books);
        for (int step = 0; step < 40; step++) {
            done(model.next(random).ours());
        }
        assertThat(difference(model)).isEmpty();
        books.owner.execute("alter table ledger.transfer disable trigger user");
        assertThat(books.owner.update("""
            update ledger.transfer set amount_minor = amount_minor + 1
            where id = (select min(id) from ledger.transfer where kind = 'CAPTURE')
            """)).isEqualTo(1);
        assertThat(difference(model)).isNotEmpty();
        assertThat(books.ledger.audit()).extracting(Broken::invariant).contains("order-totals");
    }

    private void requireSame(SlowBooks model, long seed, int step) {
        assertThat(difference(model)).as("seed %s, step %s", seed, step).isEmpty();
        assertThat(books.ledger.audit()).as("seed %s, step %s", seed, step).isEmpty();
    }

    private List<String> difference(SlowBooks model) {
        var differences = new ArrayList<String>();
        model.balances().forEach((account, expected) -> {
            var is = books.balance(account.kind(), account.owner());
            if (is != expected) {
                differences.add(account + " has " + is + ", not " + expected);
            }
        });
        model.money().forEach((order, expected) -> {
            var is = books.ledger.of(order).orElse(null);
            if (!expected.equals(is)) {
                differences.add(order + ": " + is + ", not " + expected);
            }
        });
        return differences;
    }

    private String done(BooleanSupplier act) {
        try {
            return books.write(act::getAsBoolean) ? "moved" : "nothing";
        } catch (Overdrawn e) {
            return "refused";
        }
    }
}
