package org.townloop.loop.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.townloop.loop.quote.MovingDay.done;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Erasures;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.supply.offer.Offers;

/** What is left of a request when somebody of the two is erased. */
@TownTest
class QuotePeopleTests {

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    QuoteRequests requests;

    @Autowired
    QuoteDesk desk;

    @Autowired
    Surveys surveys;

    @Autowired
    Progress progress;

    @Autowired
    Erasures erasures;

    @Autowired
    Atomically atomically;

    @Autowired
    TestClock clock;

    private MovingDay day;
    private QuoteRequest request;

    @BeforeEach
    void somebodyAsks() {
        clock.set(TestClock.START);
        day = MovingDay.open(port, offers);
        request = done(requests.ask(day.resides(), day.wanted(), "k"));
    }

    /** In one tab a time is chosen, in another the account is erased meanwhile. */
    @Test
    void nobodyIsTakenForTheRequestOfSomebodyWhoIsGone() {
        var times = List.of(MovingDay.TUESDAY.minus(Duration.ofDays(2)));
        done(desk.propose(day.runs(), request.id(), day.firm().staff().getFirst(), times, 60));
        var erasing = Thread.ofVirtual()
                .unstarted(() -> done(erasures.erase(new PersonId(day.resident().id()), false)));
        done(atomically.run(() -> {
            var standing = progress.lock(request.id());
            if (erasing.getState() == Thread.State.NEW) {
                erasing.start();
                join(erasing, 500);
            }
            return surveys.choose(standing.request(), 1);
        }));
        join(erasing, 20_000);
        assertThat(desk.get(day.runs(), request.id()).state()).isEqualTo(RequestState.WITHDRAWN);
        assertThat(taken()).isZero();
    }

    @Test
    void whatIsGoneOfTheTalkDoesNotEndIt() {
        done(requests.write(day.resides(), request.id(), "Is Tuesday possible?"));
        done(desk.write(day.runs(), request.id(), "It is."));
        done(requests.write(day.resides(), request.id(), "Then Tuesday."));
        TestTown.jdbc()
                .sql("delete from quote.message where request_id = ? and number = 2")
                .param(request.id().value())
                .update();
        done(desk.write(day.runs(), request.id(), "At ten."));
        assertThat(desk.messages(day.runs(), request.id()))
                .extracting(QuoteMessage::number)
                .containsExactly(1, 3, 4);
    }

    private int taken() {
        return TestTown.jdbc()
                .sql("select count(*)::int from booking.claim where region_id = ? and place_id = ?")
                .params(day.firm().region().number(), day.firm().place().value())
                .query(Integer.class)
                .single();
    }

    private static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
