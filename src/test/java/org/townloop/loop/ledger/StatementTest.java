package org.townloop.loop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.townloop.loop.ledger.Books.yuan;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.townloop.base.kernel.Money;

class StatementTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Books books = Books.shared();
    private final Instant monday = books.clock.instant();

    @Test
    void eachOrderShowsWhatWasPaidTheSharesAndTheMerchantsPart() {
        var order = books.paidOrder(12_800);
        books.release(order, 12_800);
        var entry = statement(monday, monday.plus(DAY)).entries().getFirst();
        assertThat(entry.order()).isEqualTo(order);
        assertThat(entry.kind()).isEqualTo(TransferKind.RELEASE);
        assertThat(entry.paid()).isEqualTo(yuan(12_800));
        assertThat(entry.gross()).isEqualTo(yuan(12_800));
        assertThat(entry.platformShare()).isEqualTo(yuan(640));
        assertThat(entry.partnerShare()).isEqualTo(yuan(256));
        assertThat(entry.amount()).isEqualTo(yuan(11_904));
    }

    @Test
    void anOrderHadInPartsShowsEachPartByItself() {
        var order = books.paidOrder(10_001);
        books.release(order, 3_334);
        books.clock.move(Duration.ofHours(1));
        books.release(order, 6_667);
        var entries = statement(monday, monday.plus(DAY)).entries();
        assertThat(entries).extracting(Statement.Entry::gross).containsExactly(yuan(3_334), yuan(6_667));
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.paid()).isEqualTo(yuan(10_001));
            assertThat(entry.gross().minus(entry.platformShare()).minus(entry.partnerShare()))
                    .isEqualTo(entry.amount());
        });
    }

    @Test
    void theOpeningBalanceAndTheEntriesAddUpToTheClosingBalance() {
        for (int day = 0; day < 6; day++) {
            books.release(books.paidOrder(1_000 + 37 * day), 1_000 + 37 * day);
            books.clock.move(DAY);
        }
        var whole = statement(monday, monday.plus(DAY.multipliedBy(7)));
        var start = statement(monday, monday.plus(DAY.multipliedBy(2)));
        var middle = statement(monday.plus(DAY.multipliedBy(2)), monday.plus(DAY.multipliedBy(4)));
        var end = statement(monday.plus(DAY.multipliedBy(4)), monday.plus(DAY.multipliedBy(7)));
        assertThat(whole.opening()).isEqualTo(yuan(0));
        assertThat(middle.opening()).isEqualTo(start.closing());
        assertThat(end.opening()).isEqualTo(middle.closing());
        assertThat(end.closing()).isEqualTo(whole.closing());
        assertThat(middle.entries()).hasSize(2);
        assertThat(sum(middle)).isEqualTo(middle.closing());
        assertThat(middle.entries().getLast().balance()).isEqualTo(middle.closing());
    }

    @Test
    void aMerchantSeesNothingOfOthers() {
        books.release(books.paidOrder(1_000), 1_000);
        var other = Books.shared();
        var statement = other.ledger.statement(
                other.merchant, Books.WILLOW_CREEK, yuan(0).currency(), monday, monday.plus(DAY));
        assertThat(statement.entries()).isEmpty();
        assertThat(statement.closing()).isEqualTo(yuan(0));
    }

    private Statement statement(Instant from, Instant to) {
        return books.ledger.statement(books.merchant, Books.WILLOW_CREEK, yuan(0).currency(), from, to);
    }

    private static Money sum(Statement statement) {
        return statement.entries().stream().map(Statement.Entry::amount).reduce(statement.opening(), Money::plus);
    }
}
