package org.townloop.loop.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Race;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.launch.postgres.Database;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;
import tools.jackson.databind.json.JsonMapper;

/** Many invoices at one moment, some of which are undone or die: their numbers follow each other, none is missing. */
class NumberRaceTest {

    private static final int HANDS = 24;

    /** As those of many processes: each is somewhat ahead of some and behind others. */
    static final Clock HASTY = ((InstantSource)
                    () -> TestClock.START.plusMillis(ThreadLocalRandom.current().nextInt(1_000)))
            .withZone(ZoneOffset.UTC);

    private static final RegionId REGION = new RegionId(990_002);
    private static final MerchantId MERCHANT = new MerchantId(Ids.next(REGION, TestClock.START));

    /** What must not be used: its numbers are lost with what is rolled back. */
    private static final class BySequence extends Numbers {

        private final JdbcClient jdbc;

        BySequence(JdbcClient jdbc) {
            super(jdbc, Clock.systemUTC());
            this.jdbc = jdbc;
        }

        @Override
        Given next(MerchantId merchant, Invoice.Kind kind, int year) {
            var number = jdbc.sql("select nextval('public.invoice_number')")
                    .query(Integer.class)
                    .single();
            return new Given(number, TestClock.START);
        }
    }

    @Test
    void noNumberIsMissingWhateverIsUndone() throws SQLException {
        var database = town(true);
        var source = TestTown.plain(database, database.app());
        dies(source);
        issueMany(source, new Numbers(JdbcClient.create(source), HASTY));
        assertThat(numbers(source))
                .isEqualTo(IntStream.rangeClosed(1, HANDS - HANDS / 3).boxed().toList());
        assertThat(dates(source)).as("dates follow numbers").isSorted();
    }

    /** The control: who dates by its own clock is refused by the database; without that too, a later number is older. */
    @Test
    void byEachProcesssOwnClockALaterNumberWouldBeOlder() {
        for (var guarded : List.of(true, false)) {
            var database = town(true);
            if (!guarded) {
                new JdbcTemplate(TestTown.plain(database, database.owner()))
                        .execute("alter table invoice.document disable trigger dates_follow");
            }
            var source = TestTown.plain(database, database.app());
            var numbers = new Numbers(JdbcClient.create(source), HASTY) {
                @Override
                Given next(MerchantId merchant, Invoice.Kind kind, int year) {
                    var number = super.next(merchant, kind, year).number();
                    return new Given(number, TestClock.START.minusSeconds(number));
                }
            };
            issue(source, numbers, false);
            if (guarded) {
                assertThatThrownBy(() -> issue(source, numbers, false))
                        .isInstanceOf(DataAccessException.class)
                        .hasMessageContaining("dated before");
            } else {
                issue(source, numbers, false);
                assertThat(dates(source))
                        .isNotEqualTo(dates(source).stream().sorted().toList());
            }
        }
    }

    /** The control: without both defences there are gaps. */
    @Test
    void aSequenceLeavesGaps() {
        var database = town(false);
        var source = TestTown.plain(database, database.app());
        issueMany(source, new BySequence(JdbcClient.create(source)));
        var numbers = numbers(source);
        assertThat(numbers).hasSize(HANDS - HANDS / 3);
        assertThat(numbers.getLast()).isGreaterThan(numbers.size());
    }

    @Test
    void theDatabaseRefusesAGapByItself() {
        var database = town(true);
        var source = TestTown.plain(database, database.app());
        var numbers = new BySequence(JdbcClient.create(source));
        assertThatThrownBy(() -> issue(source, numbers, true)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> issue(source, numbers, false))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("would leave a gap");
    }

    static Database town(boolean guarded) {
        var database = TestTown.fresh();
        var owner = new JdbcTemplate(TestTown.plain(database, database.owner()));
        // this is about numbers: nobody needs to have ordered anything
        owner.execute("alter table invoice.document drop constraint document_region_id_request_id_fkey");
        owner.execute("create sequence public.invoice_number");
        owner.execute("grant usage on sequence public.invoice_number to public");
        if (!guarded) {
            owner.execute("alter table invoice.document disable trigger follows");
        }
        return database;
    }

    /** One of three is undone after it was written; the first of all is. */
    private static void issueMany(DataSource source, Numbers numbers) {
        attempt(source, numbers, true);
        Race.of(IntStream.range(1, HANDS).mapToObj(hand -> (Runnable) () -> attempt(source, numbers, hand % 3 == 0)));
    }

    private static void attempt(DataSource source, Numbers numbers, boolean undone) {
        try {
            issue(source, numbers, undone);
        } catch (IllegalStateException e) {
            assertThat(undone).isTrue();
        }
    }

    static void issue(DataSource source, Numbers numbers, boolean undone) {
        var jdbc = JdbcClient.create(source);
        var json = JsonMapper.builder().build();
        var documents = new Documents(jdbc, json, new DocumentRows(new JdbcTemplate(source), json));
        new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(status -> {
            documents.insert(invoice(numbers.next(MERCHANT, Invoice.Kind.INVOICE, 2026)));
            if (undone) {
                throw new IllegalStateException("undone");
            }
        });
    }

    /** A process that has a number and is gone. */
    private static void dies(DataSource source) throws SQLException {
        var connection = source.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("insert into invoice.counter values (" + REGION.number() + ", '" + MERCHANT.value()
                    + "', 'INVOICE', 2026, 1)");
        }
        connection.abort(Runnable::run);
    }

    private static List<Instant> dates(DataSource source) {
        return JdbcClient.create(source)
                .sql("select issued_at from invoice.document order by number")
                .query((row, number) -> row.getTimestamp("issued_at").toInstant())
                .list();
    }

    private static List<Integer> numbers(DataSource source) {
        return JdbcClient.create(source)
                .sql("select number from invoice.document order by number")
                .query((row, number) -> row.getInt("number"))
                .list();
    }

    private static Invoice invoice(Numbers.Given given) {
        var paid = Money.of(10_600, "CNY");
        var tax = new Tax(600, true);
        var id = Ids.next(REGION, TestClock.START);
        return new Invoice(
                id,
                MERCHANT,
                new PlaceId(id),
                new OrderId(id),
                UUID.randomUUID(),
                Invoice.Kind.INVOICE,
                2026,
                given.number(),
                null,
                given.at(),
                tax,
                paid,
                tax.of(paid),
                new Seller("Tongxin", "Street 1", "", "91350100M000100Y43"),
                new Buyer(Buyer.Kind.PERSON, "Lin", null),
                "",
                Stream.of(paid)
                        .map(part -> new Invoice.Line(
                                Invoice.LineKind.SALE, Words.of("Haircut", "剪发"), 1, part, tax.of(part)))
                        .toList());
    }
}
