package org.townloop.loop.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.townloop.loop.quote.MovingDay.done;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.offer.Offers;

/**
 * Several hands on one written offer. The lock of the request decides who comes first; with it switched off, these tests
 * must see an offer accepted of a request that was taken back.
 */
@TownTest
class QuoteRaceTests {

    private static final int RIVALS = 12;

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    QuoteRequests requests;

    @Autowired
    QuoteDesk desk;

    @Autowired
    Acceptances acceptances;

    @Autowired
    ApplicationContext town;

    @Autowired
    TestClock clock;

    private MovingDay day;
    private Quotation quotation;

    @BeforeEach
    void thereIsAnOffer() {
        clock.set(TestClock.START);
        day = MovingDay.open(port, offers);
        var request = done(requests.ask(day.resides(), day.wanted(), "k"));
        quotation = done(desk.offer(
                day.runs(), request.id(), day.quotation(), UUID.randomUUID().toString()));
    }

    @Rounds
    void manyTabsThatAcceptHaveOneOrder() {
        var orders = IntStream.range(0, RIVALS)
                .parallel()
                .mapToObj(rival -> done(acceptances.accept(day.resides(), quotation.id(), "key " + rival)))
                .map(Order::id)
                .distinct()
                .toList();
        assertThat(orders).hasSize(1);
        assertThat(count(
                        "select count(*)::int from ordering.orders where place_id = ?",
                        day.firm().place().value()))
                .isEqualTo(1);
    }

    @Rounds
    void ofTwoTabsTheSecondGoesOnWithTheOrderOfTheFirst() {
        assertThat(acceptedTwice(true)).hasSize(1);
    }

    /** The control: whoever accepts twice is told that the people are taken, and it is they who took them. */
    @Test
    void withoutTheLockWhoAcceptsTwiceIsRefusedTheirOwnPeople() {
        assertThat(acceptedTwice(false)).contains(QuoteReason.WORK_PEOPLE_TAKEN);
    }

    @Rounds
    void whoTakesTheRequestBackWhileItIsAcceptedLeavesNothingHalf() {
        acceptWhile(true, () -> requests.withdraw(day.resides(), quotation.request(), ""));
        assertThat(acceptedOfClosed()).isZero();
    }

    @Test
    void withoutTheLockAnOfferIsAcceptedOfARequestThatWasTakenBack() {
        acceptWhile(false, () -> requests.withdraw(day.resides(), quotation.request(), ""));
        assertThat(acceptedOfClosed()).isPositive();
    }

    @Rounds
    void ofOneRequestNoTwoOffersCanBeAcceptedWhateverTheCodeDoes() {
        done(desk.offer(
                day.runs(),
                quotation.request(),
                day.quotation(),
                UUID.randomUUID().toString()));
        assertThatThrownBy(() -> TestTown.jdbc()
                        .sql("update quote.quotation set state = 'OPEN' where id = ?")
                        .param(quotation.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("one_quotation_of_a_request");
    }

    @Rounds
    void whatWasWrittenIsNeverWrittenAnew() {
        assertThatThrownBy(() -> TestTown.jdbc()
                        .sql("update quote.quotation set total_minor = 1 where id = ?")
                        .param(quotation.id().value())
                        .update())
                .hasMessageContaining("stays as it was written");
    }

    @Rounds
    void nobodyElseSeesIt() {
        var stranger = MovingDay.open(port, offers);
        assertThatThrownBy(() -> requests.own(stranger.resides(), quotation.request()))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> desk.get(stranger.runs(), quotation.request())).isInstanceOf(Absent.class);
    }

    /** Accepts, and between what is read and what is written lets the other one go as far as they get. */
    private void acceptWhile(boolean locked, Runnable other) {
        new InBetween(town)
                .run(locked, 1, acceptances -> acceptances.accept(day.resides(), quotation.id(), "a"), other);
    }

    /** What came of either: the order, or why not. */
    private Set<Object> acceptedTwice(boolean locked) {
        var came = ConcurrentHashMap.newKeySet();
        new InBetween(town)
                .run(
                        locked,
                        1,
                        tab -> came.add(whatCame(tab.accept(day.resides(), quotation.id(), "a"))),
                        () -> came.add(whatCame(acceptances.accept(day.resides(), quotation.id(), "b"))));
        return came;
    }

    private static Object whatCame(Outcome<Order> accepted) {
        return switch (accepted) {
            case Outcome.Done<Order>(var order) -> order.id();
            case Outcome.Refused<Order>(var refusal) -> refusal.reason();
        };
    }

    private int acceptedOfClosed() {
        return count("""
            select count(*)::int from quote.quotation q
            join quote.request r on (r.region_id, r.id) = (q.region_id, q.request_id)
            where r.id = ? and r.closed_at is not null and q.state in ('OPEN', 'HELD', 'ACCEPTED')
            """, quotation.request().value());
    }

    private static int count(String sql, UUID of) {
        return TestTown.jdbc().sql(sql).param(of).query(Integer.class).single();
    }
}
