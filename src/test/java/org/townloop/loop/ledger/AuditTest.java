package org.townloop.loop.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Books are spoilt as only the owner of the tables can, with the guards switched off, and the audit must find it. */
class AuditTest {

    private static final String UNGUARDED = """
        alter table ledger.transfer disable trigger user;
        alter table ledger.balance_snapshot drop constraint balance_snapshot_region_id_account_id_fkey;
        alter table ledger.transfer drop constraint transfer_region_id_debit_id_currency_fkey;
        alter table ledger.transfer drop constraint transfer_region_id_credit_id_currency_fkey;
        alter table ledger.transfer drop constraint transfer_amount_minor_check;
        alter table ledger.order_total drop constraint nothing_paid_out_twice;
        """;

    static Stream<Arguments> corruptions() {
        return Stream.of(
                Arguments.of("transfers-two-accounts", "delete from ledger.account where kind = 'PARTNER'"),
                Arguments.of(
                        "one-currency",
                        "update ledger.account set currency = 'JPY' where kind = 'MERCHANT' and currency = 'CNY'"),
                Arguments.of(
                        "kinds-between-their-accounts",
                        "update ledger.transfer set debit_id = credit_id, credit_id = debit_id where kind = 'REFUND'"),
                Arguments.of(
                        "order-totals", "update ledger.order_total set released = released - 1 where released > 0"),
                Arguments.of("order-totals", "delete from ledger.order_total where refunded > 0"),
                Arguments.of("order-totals", "delete from ledger.transfer where kind = 'PLATFORM_SHARE'"),
                Arguments.of("nothing-paid-out-twice", """
                    update ledger.transfer set amount_minor = amount_minor * 3 where kind = 'RELEASE'
                    """),
                Arguments.of("no-more-given-than-paid", """
                    insert into ledger.transfer (region_id, key, debit_id, credit_id, amount_minor, currency, kind,
                        order_id, reason, at)
                    select region_id, key || ' given', debit_id, credit_id, amount_minor, currency, 'GOODWILL', order_id,
                        reason, at
                    from ledger.transfer where kind = 'REFUND'
                    """),
                Arguments.of("refunds-paid-once", """
                    insert into ledger.transfer (region_id, key, debit_id, credit_id, amount_minor, currency, kind,
                        order_id, reason, at)
                    select region_id, key || ' again', debit_id, credit_id, amount_minor, currency, kind, order_id,
                        reason, at
                    from ledger.transfer where kind = 'REFUND_PAID'
                    """),
                Arguments.of("escrow-is-what-orders-hold", "update ledger.order_total set captured = captured + 100"),
                Arguments.of("no-negative-balance", """
                    update ledger.transfer set amount_minor = amount_minor * 100 where kind = 'REFUND_PAID'
                    """),
                Arguments.of("sum-is-zero", "delete from ledger.account where kind = 'GATEWAY_CLEARING'"),
                Arguments.of("sealed-once", "delete from ledger.transfer where kind = 'REFUND_PAID'"),
                Arguments.of("sealed-once", "update ledger.seal set ids = ids || ids[1]"),
                Arguments.of("snapshots-are-sums", """
                    update ledger.balance_snapshot set balance = balance - 1 where balance > 0
                    """));
    }

    @ParameterizedTest
    @MethodSource("corruptions")
    void eachBrokenInvariantIsFoundAndNamed(String invariant, String corruption) {
        var books = soundBooks();
        books.owner.execute(UNGUARDED);
        assertThat(books.ledger.audit()).as("before it is spoilt").isEmpty();
        assertThat(books.owner.update(corruption)).as("rows spoilt").isPositive();
        var broken = books.ledger.audit().stream()
                .filter(one -> one.invariant().equals(invariant))
                .findFirst();
        assertThat(broken).isPresent().hasValueSatisfying(one -> {
            assertThat(one.count()).isPositive();
            assertThat(one.sentence()).endsWith(".");
            assertThat(one.example()).isNotBlank();
        });
    }

    @Test
    void emptyBooksAreSound() {
        assertThat(Books.fresh().ledger.audit()).isEmpty();
    }

    @Test
    void everyInvariantHasACorruptionThatBreaksIt() {
        assertThat(corruptions().map(arguments -> arguments.get()[0]).distinct())
                .containsExactlyElementsOf(
                        Invariant.ALL.stream().map(Invariant::name).toList());
    }

    private static Books soundBooks() {
        var books = Books.fresh();
        books.release(books.paidOrder(12_800), 12_800);
        var cancelled = books.paidOrder(8_800);
        books.refund(cancelled, 8_000);
        books.release(cancelled, 800);
        books.write(() -> books.ledger.refundPaid(cancelled, Books.yuan(8_000), "refund of " + cancelled));
        books.paidOrder(5_001);
        books.seal();
        books.paidOrder(5_003);
        return books;
    }
}
