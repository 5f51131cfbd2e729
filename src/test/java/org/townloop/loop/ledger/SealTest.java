package org.townloop.loop.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.Race;

/** Each transfer is sealed once, and what was sealed cannot be changed without being seen. */
class SealTest {

    private static final String ALL = "select count(*) from ledger.transfer";
    private static final String SEALED = "select coalesce(sum(cardinality(ids)), 0) from ledger.seal";

    private final Books books = Books.fresh();

    @Test
    void whatIsWrittenIsSealedOnceByWhomeverIsThere() {
        for (int round = 0; round < 5; round++) {
            Race.of(Stream.concat(
                    IntStream.range(0, 6).mapToObj(writer -> () -> books.release(books.paidOrder(1_000), 700)),
                    IntStream.range(0, 2).mapToObj(sealer -> books.ledger::seal)));
        }
        books.seal();
        books.ledger.seal();
        assertThat(count(SEALED)).isEqualTo(count(ALL)).isPositive();
        assertThat(books.ledger.audit()).isEmpty();
    }

    /** A transaction that began before others and ends after they were sealed must not be passed over. */
    @Test
    void aLateCommitIsSealedToo() throws InterruptedException {
        books.paidOrder(1_000); // opens the accounts, whose opening others would wait for
        books.seal();
        var written = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var late = late(written, goOn);
        await(written);
        books.paidOrder(1_000);
        books.ledger.seal();
        assertThat(count(SEALED)).as("nothing beyond the one that still runs").isEqualTo(1);
        goOn.countDown();
        late.join();
        books.seal();
        assertThat(count(SEALED)).isEqualTo(3);
        assertThat(books.ledger.audit()).isEmpty();
    }

    /** The control: by the order of ids alone the late one is never sealed. */
    @Test
    void byIdsAloneItWouldBePassedOver() throws InterruptedException {
        books.paidOrder(1_000); // opens the accounts, whose opening others would wait for
        books.seal();
        var written = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var late = late(written, goOn);
        await(written);
        books.paidOrder(1_000);
        var highest = count("select max(id) from ledger.transfer");
        goOn.countDown();
        late.join();
        assertThat(count("select count(*) from ledger.transfer where id > " + highest))
                .as("what a cursor of ids would still read")
                .isZero();
        assertThat(count(ALL)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.transfer set amount_minor = amount_minor + 1 where kind = 'CAPTURE'",
                "update ledger.transfer set reason = reason || ' ' where kind = 'RELEASE'",
                "update ledger.transfer set at = at + interval '1 microsecond' where kind = 'CAPTURE'",
                "update ledger.account set owner_id = gen_random_uuid() where kind = 'MERCHANT'",
                "delete from ledger.transfer where kind = 'PLATFORM_SHARE'",
                "update ledger.seal set ids = ids[2:] || ids[1:1] where number = 1",
                "delete from ledger.seal where number = 1",
                "update ledger.seal set hash = sha256(hash) where number = 2"
            })
    void whatTheOwnerChangesIsFoundThoughTheTriggersAreOff(String change) {
        books.release(books.paidOrder(12_800), 12_800);
        books.seal();
        books.release(books.paidOrder(8_800), 8_800);
        books.seal();
        books.paidOrder(100);
        books.owner.execute("alter table ledger.transfer disable trigger user");
        assertThat(books.ledger.audit()).as("before it is spoilt").isEmpty();
        assertThat(books.owner.update(change)).isPositive();
        assertThat(books.ledger.audit()).extracting(Broken::invariant).contains(SealAudit.NAME);
    }

    @Test
    void balancesAreTheSameBeforeAndAfterTheSeal() {
        var monday = books.clock.instant();
        books.release(books.paidOrder(10_000), 10_000);
        books.seal();
        books.clock.move(Duration.ofDays(1));
        var tuesday = books.clock.instant();
        books.release(books.paidOrder(1_000), 1_000);
        for (var sealed : List.of(false, true)) {
            assertThat(books.payable()).as("sealed %s", sealed).isEqualTo(Books.yuan(10_230));
            assertThat(opening(books, monday)).isZero();
            assertThat(opening(books, tuesday)).isEqualTo(9_300);
            assertThat(opening(books, tuesday.plusSeconds(1))).isEqualTo(10_230);
            books.seal();
        }
        assertThat(count("select balance from ledger.balance_snapshot b join ledger.account a"
                        + " on (a.region_id, a.id) = (b.region_id, b.account_id) where kind = 'MERCHANT'"))
                .isEqualTo(10_230);
    }

    private static long opening(Books books, Instant from) {
        return books.ledger
                .statement(
                        books.merchant,
                        Books.WILLOW_CREEK,
                        Books.yuan(0).currency(),
                        from,
                        from.plus(Duration.ofDays(9)))
                .opening()
                .minor();
    }

    private Thread late(CountDownLatch written, CountDownLatch goOn) {
        return Thread.ofVirtual()
                .start(() -> books.write(() -> {
                    var order = books.order();
                    books.ledger.capture(order, Books.yuan(5), "late " + order);
                    written.countDown();
                    return await(goOn);
                }));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String sql) {
        var count = books.owner.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    /** What was sealed in another cluster holds here, and what was not is sealed here. */
    @Test
    void aTownThatMovesTakesItsSealsAlong() throws SQLException {
        books.release(books.paidOrder(12_800), 12_800);
        books.seal();
        books.release(books.paidOrder(8_800), 8_800);
        books.owner.execute("""
            alter table ledger.transfer disable trigger user;
            update ledger.transfer set xid = (xid::text::bigint + 9000000000)::text::xid8;
            update ledger.seal set to_xid = (to_xid::text::bigint + 9000000000)::text::xid8;
            alter table ledger.transfer enable trigger user;
            """);
        books.ledger.seal();
        assertThat(count(SEALED)).as("the control: nothing was settled").isEqualTo(4);
        try (var connection =
                Objects.requireNonNull(books.owner.getDataSource()).getConnection()) {
            connection.setAutoCommit(false);
            BookRelocation.settle(connection);
            connection.commit();
        }
        assertThat(books.payable()).isEqualTo(Books.yuan(20_088));
        books.seal();
        assertThat(count(SEALED)).isEqualTo(8);
        assertThat(books.ledger.audit()).isEmpty();
        assertThat(books.payable()).isEqualTo(Books.yuan(20_088));
    }
}
