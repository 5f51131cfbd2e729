package org.townloop.loop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.townloop.loop.ledger.Books.yuan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Shares;

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

    @Test
    void everyKindOfLineAddsUpAndPayoutsAreNoEarnings() {
        var order = books.paidOrder(10_001);
        books.release(order, 10_001);
        books.clock.move(Duration.ofMinutes(1));
        books.write(() -> books.ledger.clawBack(order, yuan(4_001), "dispute " + order));
        books.clock.move(Duration.ofMinutes(1));
        var shop = books.order();
        books.write(() -> books.commissions.charge(shop, yuan(999), books.merchant, Books.SHARES, "noted " + shop));
        books.clock.move(Duration.ofMinutes(1));
        var payout = books.payout(2_000);
        books.write(() -> books.payouts.payOut(List.of(payout)));
        books.clock.move(Duration.ofMinutes(1));
        books.write(() -> books.payouts.failed(books.answered(payout)));
        books.clock.move(Duration.ofMinutes(1));
        books.write(() -> books.payouts.returned(List.of(books.payout(700))));
        var statement = statement(monday, monday.plus(DAY));
        assertThat(statement.entries())
                .extracting(Statement.Entry::kind)
                .containsExactly(
                        TransferKind.RELEASE,
                        TransferKind.CLAW_BACK,
                        TransferKind.COMMISSION,
                        TransferKind.PARTNER_COMMISSION,
                        TransferKind.PAYOUT,
                        TransferKind.PAYOUT_FAILED,
                        TransferKind.PAYOUT_RETURNED);
        assertThat(statement.entries())
                .extracting(Statement.Entry::gross)
                .containsExactly(yuan(10_001), yuan(-4_001), yuan(0), yuan(0), yuan(-2_000), yuan(2_000), yuan(700));
        assertThat(statement.entries())
                .allSatisfy(entry -> assertThat(entry.gross()
                                .minus(entry.platformShare())
                                .minus(entry.partnerShare())
                                .minus(entry.referrerShare()))
                        .isEqualTo(entry.amount()));
        assertThat(sum(statement)).isEqualTo(statement.closing());
        assertThat(statement.earned()).isEqualTo(statement.closing().minus(yuan(700)));
    }

    @Test
    void whatTheOthersWereRoundedDownByIsSaid() {
        var order = books.paidOrder(10_001);
        books.release(order, 10_001);
        var entry = statement(monday, monday.plus(DAY)).entries().getFirst();
        assertThat(entry.platformShare()).isEqualTo(yuan(500));
        assertThat(entry.partnerShare()).isEqualTo(yuan(200));
        assertThat(entry.rounding()).as("5 %% and 2 %% of one fen").isEqualTo(700);
    }

    @Test
    void whoSentTheResidentHasAShareOfItsOwn() {
        var order = books.paidOrder(10_000);
        var friend = books.order();
        books.write(() -> books.ledger.release(new Release(
                order,
                yuan(10_000),
                books.merchant,
                new Shares(500, 200, Books.PARTNER, 300, friend),
                "redemption of " + order,
                books.clock.instant())));
        var entry = statement(monday, monday.plus(DAY)).entries().getFirst();
        assertThat(entry.referrerShare()).isEqualTo(yuan(300));
        assertThat(entry.amount()).isEqualTo(yuan(9_000));
        assertThat(books.balance(Account.Kind.REFERRER, friend)).isEqualTo(300);
        assertThat(books.ledger.wouldClawBack(order, yuan(5_000)).referrer()).isEqualTo(yuan(150));
    }
}
