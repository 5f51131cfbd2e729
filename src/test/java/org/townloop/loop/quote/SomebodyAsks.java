package org.townloop.loop.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.townloop.loop.quote.MovingDay.done;

import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.NoShows;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.DayException;
import org.townloop.supply.merchant.Timetables;
import org.townloop.supply.offer.Offers;

/** Somebody who moves asks a removal firm for an offer. */
abstract class SomebodyAsks {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext town;

    @Autowired
    Offers offers;

    @Autowired
    QuoteRequests requests;

    @Autowired
    QuoteDesk desk;

    @Autowired
    Acceptances acceptances;

    @Autowired
    QuoteCallOffs callOffs;

    @Autowired
    QuoteChores chores;

    @Autowired
    Progress progress;

    @Autowired
    Stages stages;

    @Autowired
    EndedOffers ended;

    @Autowired
    NoShows noShows;

    @Autowired
    Timetables timetables;

    @Autowired
    Ledger ledger;

    @Autowired
    Atomically atomically;

    @Autowired
    TestClock clock;

    MovingDay day;
    QuoteRequest request;

    @BeforeEach
    void somebodyAsks() {
        clock.set(TestClock.START);
        day = MovingDay.open(port, offers);
        request = done(requests.ask(day.resides(), day.wanted(), "k"));
    }

    Quotation offered(NewQuotation wanted) {
        return done(
                desk.offer(day.runs(), request.id(), wanted, UUID.randomUUID().toString()));
    }

    void paid(OrderId order) throws IOException {
        day.pay(order);
        day.client().order(day.resident(), order.value(), "PAID");
    }

    void isWhollyBack(OrderId order, long minor) throws IOException {
        var back = day.client().order(day.resident(), order.value(), "REFUNDED").body();
        assertThat(back.at("/money/refunded/minor").asLong()).isEqualTo(minor);
    }

    void close(LocalDate closed) {
        done(timetables.setException(day.runs(), day.firm().place(), new DayException(closed, null, null)));
    }

    Progress.Standing progressed() {
        return done(atomically.run(() -> Outcome.done(progress.lock(request.id()))));
    }

    /** What the page says that comes back if it is called off now. */
    long shown() {
        return callOffs.refund(progressed().live().orElseThrow()).minor();
    }

    /** Its first stage, paid. */
    OrderId accepted(NewQuotation wanted) throws IOException {
        var first = done(acceptances.accept(day.resides(), offered(wanted).id(), "a"))
                .id();
        paid(first);
        progressed();
        return first;
    }

    static String state(OrderId order) {
        return TestTown.jdbc()
                .sql("select state from ordering.orders where region_id = ? and id = ?")
                .params(order.region().number(), order.value())
                .query(String.class)
                .single();
    }

    static String quotationState(Quotation quotation) {
        return TestTown.jdbc()
                .sql("select state from quote.quotation where id = ?")
                .param(quotation.id().value())
                .query(String.class)
                .single();
    }

    int claims() {
        return TestTown.jdbc()
                .sql("select count(*)::int from booking.claim where region_id = ? and place_id = ?")
                .params(day.firm().region().number(), day.firm().place().value())
                .query(Integer.class)
                .single();
    }
}
