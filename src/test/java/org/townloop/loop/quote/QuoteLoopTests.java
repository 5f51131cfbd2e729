package org.townloop.loop.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.townloop.loop.quote.MovingDay.done;
import static org.townloop.loop.quote.MovingDay.money;
import static org.townloop.loop.quote.MovingDay.reason;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.Audit;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.offer.Offers;

/** From the question to the last stage: written offers are accepted once, paid in stages, run out, and are called off. */
@TownTest
class QuoteLoopTests {

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
    QuoteCallOffs callOffs;

    @Autowired
    QuoteChores chores;

    @Autowired
    Progress progress;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Atomically atomically;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private MovingDay day;
    private QuoteRequest request;

    @BeforeEach
    void somebodyAsks() {
        clock.set(TestClock.START);
        before = audit.run();
        day = MovingDay.open(port, offers);
        request = done(requests.ask(day.resides(), day.wanted(), "k"));
    }

    @Test
    void isAcceptedAndPaidInStagesAndEachIsReleasedAtTheDoor() throws IOException {
        var quotation = done(offer(request, day.quotation()));
        assertThat(quotation.total()).isEqualTo(money(110_001));
        var first = done(acceptances.accept(day.resides(), quotation.id(), "a"));
        assertThat(first.total()).isEqualTo(money(36_667));
        assertThat(taken()).as("both people, kept").isEqualTo(2);
        day.pay(first.id());
        day.client().order(day.resident(), first.id().value(), "PAID");
        assertThat(now().state()).isEqualTo(RequestState.ACCEPTED);
        assertThat(reason(acceptances.payStage(day.resides(), request.id(), 2, "s0")))
                .isEqualTo(QuoteReason.STAGE_NOT_DUE);

        clock.set(MovingDay.TUESDAY.plus(Duration.ofHours(1)));
        day.redeem(first.id());
        assertThat(now().state()).isEqualTo(RequestState.ACCEPTED);
        var second = done(acceptances.payStage(day.resides(), request.id(), 2, "s1"));
        assertThat(second.total()).isEqualTo(money(73_334));
        day.pay(second.id());
        day.client().order(day.resident(), second.id().value(), "PAID");
        assertThat(reason(acceptances.payStage(day.resides(), request.id(), 2, "s2")))
                .isEqualTo(QuoteReason.STAGE_PAID);
        day.redeem(second.id());

        assertThat(now().state()).isEqualTo(RequestState.DONE);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void aNewerOfferTakesThePlaceOfTheOlder() {
        var older = done(offer(request, day.quotation()));
        var newer = done(offer(request, day.quotation()));
        assertThat(newer.version()).isEqualTo(2);
        assertThat(reason(acceptances.accept(day.resides(), older.id(), "a"))).isEqualTo(QuoteReason.QUOTATION_OVER);
        done(acceptances.accept(day.resides(), newer.id(), "b"));
        assertThat(reason(offer(request, day.quotation())))
                .as("while it is being paid")
                .isEqualTo(QuoteReason.QUOTATION_ACCEPTED);
    }

    @Test
    void runsOutByTheClockAndMayBeWrittenAgain() {
        var quotation = done(offer(request, day.quotation()));
        clock.set(MovingDay.SUNDAY_NIGHT);
        assertThat(reason(acceptances.accept(day.resides(), quotation.id(), "a")))
                .isEqualTo(QuoteReason.QUOTATION_OVER);
        chores.run();
        assertThat(now().state()).isEqualTo(RequestState.EXPIRED);
        var wanted = day.quotation();
        var later = new NewQuotation(wanted.lines(), wanted.stages(), MovingDay.TUESDAY, wanted.work(), "");
        done(acceptances.accept(day.resides(), done(offer(request, later)).id(), "b"));
    }

    @Test
    void isOpenAgainIfTheFirstStageIsNotPaidInTime() throws IOException {
        var quotation = done(offer(request, day.quotation()));
        var lapsed = done(acceptances.accept(day.resides(), quotation.id(), "a"));
        var payment = day.client().pay(day.resident(), lapsed.id().value(), "p");
        clock.move(Duration.ofMinutes(31));
        checkouts.expire(100);
        assertThat(now().state()).isEqualTo(RequestState.OFFERED);
        assertThat(taken()).isZero();
        var again = done(acceptances.accept(day.resides(), quotation.id(), "b"));
        assertThat(again.id()).isNotEqualTo(lapsed.id());

        day.client().press(payment.text("redirectUrl"), "succeed");
        day.pay(again.id());
        day.client().order(day.resident(), again.id().value(), "PAID");
        assertThat(now().state()).isEqualTo(RequestState.ACCEPTED);
        var late = day.client().order(day.resident(), lapsed.id().value());
        assertThat(late.text("state")).as("paid too late").isIn("EXPIRED", "REFUNDED");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void ifThePeopleAreTakenMeanwhileItIsSaidAndStaysOpen() {
        var quotation = done(offer(request, day.quotation()));
        var rival = done(requests.ask(day.resides(), day.wanted(), "k2"));
        var faster = done(offer(rival, day.quotation()));
        done(acceptances.accept(day.resides(), faster.id(), "f"));
        assertThat(reason(acceptances.accept(day.resides(), quotation.id(), "a")))
                .isEqualTo(QuoteReason.WORK_PEOPLE_TAKEN);
        assertThat(now().state()).isEqualTo(RequestState.OFFERED);
        assertThat(reason(offer(request, day.quotation()))).isEqualTo(QuoteReason.WORK_PEOPLE_BUSY);
    }

    @Test
    void callingOffGivesEachStageBackByPolicyAndFreesThePeople() throws IOException {
        var quotation = done(offer(request, day.quotation()));
        var first = done(acceptances.accept(day.resides(), quotation.id(), "a"));
        day.pay(first.id());
        day.client().order(day.resident(), first.id().value(), "PAID");
        clock.set(MovingDay.TUESDAY.minus(Duration.ofHours(30)));
        now();
        done(callOffs.callOff(day.resides(), request.id(), 29_334, "We stay"));
        var refunded = day.client().order(day.resident(), first.id().value(), "REFUNDED");
        assertThat(refunded.body().at("/money/refunded/minor").asLong())
                .as("a fifth is kept between three days and one")
                .isEqualTo(36_667 - 7_333);
        assertThat(now().state()).isEqualTo(RequestState.CALLED_OFF);
        assertThat(taken()).isZero();
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void thePlaceThatCallsOffGivesEverythingBack() throws IOException {
        var quotation = done(offer(request, day.quotation()));
        var first = done(acceptances.accept(day.resides(), quotation.id(), "a"));
        day.pay(first.id());
        day.client().order(day.resident(), first.id().value(), "PAID");
        clock.set(MovingDay.TUESDAY.minus(Duration.ofHours(1)));
        now();
        done(callOffs.callOffByPlace(day.runs(), request.id(), "The lorry broke down"));
        var refunded = day.client().order(day.resident(), first.id().value(), "REFUNDED");
        assertThat(refunded.body().at("/money/refunded/minor").asLong()).isEqualTo(36_667);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void stagesComeToTheTotalToTheLastUnit() {
        var wanted = day.quotation();
        var tooShort = new NewQuotation(
                wanted.lines(),
                List.of(
                        new NewQuotation.NewStage("Loaded", money(36_667), Due.AT_ACCEPTANCE, 0),
                        new NewQuotation.NewStage("Done", money(73_333), Due.WHEN_DONE, 0)),
                wanted.validUntil(),
                wanted.work(),
                "");
        assertThat(reason(offer(request, tooShort))).isEqualTo(QuoteReason.STAGES_DO_NOT_ADD_UP);
    }

    @Test
    void whoComesToLookIsTakenFromThenOn() {
        var times = List.of(MovingDay.TUESDAY.minus(Duration.ofDays(3)), MovingDay.TUESDAY.minus(Duration.ofDays(2)));
        var surveyor = day.firm().staff().getFirst();
        done(desk.propose(day.runs(), request.id(), surveyor, times, 60));
        assertThat(taken()).isZero();
        done(requests.choose(day.resides(), request.id(), 2));
        assertThat(now().state()).isEqualTo(RequestState.SURVEY_AGREED);
        assertThat(taken()).isEqualTo(1);
        done(requests.withdraw(day.resides(), request.id(), ""));
        assertThat(taken()).isZero();
    }

    @Test
    void whatThePlaceDeclinesIsClosed() {
        assertThat(reason(desk.decline(day.runs(), request.id(), " "))).isEqualTo(QuoteReason.QUOTE_REASON_MISSING);
        done(desk.decline(day.runs(), request.id(), "Too far"));
        assertThat(reason(offer(request, day.quotation()))).isEqualTo(QuoteReason.QUOTE_REQUEST_CLOSED);
    }

    private Outcome<Quotation> offer(QuoteRequest to, NewQuotation wanted) {
        return desk.offer(day.runs(), to.id(), wanted, UUID.randomUUID().toString());
    }

    /** As whoever does something next finds it; the watch of orders writes the same. */
    private QuoteRequest now() {
        return done(
                atomically.run(() -> Outcome.done(progress.lock(request.id()).request())));
    }

    /** How many claims of people there are at the place. */
    private int taken() {
        return TestTown.jdbc()
                .sql("select count(*)::int from booking.claim where region_id = ? and place_id = ?")
                .params(day.firm().region().number(), day.firm().place().value())
                .query(Integer.class)
                .single();
    }
}
