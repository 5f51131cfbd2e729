package org.townloop.loop.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.townloop.loop.quote.MovingDay.done;
import static org.townloop.loop.quote.MovingDay.money;
import static org.townloop.loop.quote.MovingDay.reason;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.loop.checkout.BeforeTheJobs;
import org.townloop.loop.checkout.CheckoutReason;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.ordering.OrderId;

/** What becomes of stages when the money is late, the place closes, or the work is over. */
@TownTest
class QuotePromisesTests extends SomebodyAsks {

    @Autowired
    Checkouts checkouts;

    @Test
    void moneyThatComesTooLateOpensTheOfferAgainAndFreesThePeople() throws IOException {
        var quotation = offered(day.quotation());
        var first = done(acceptances.accept(day.resides(), quotation.id(), "a")).id();
        var page = day.client().pay(day.resident(), first.value(), "p").text("redirectUrl");
        BeforeTheJobs.run(town, () -> {
            clock.move(Duration.ofMinutes(31));
            day.client().press(page, "succeed");
            await().until(() -> !state(first).equals("HELD"));
            assertThat(claims()).isZero();
            await().until(() -> quotationState(quotation).equals("OPEN"));
        });
        assertThat(state(first)).isIn("EXPIRED", "REFUNDED");
    }

    @Test
    void noStageIsPaidThatHasLostItsPeople() throws IOException {
        var quotation = offered(day.quotation());
        var first = done(acceptances.accept(day.resides(), quotation.id(), "a")).id();
        TestTown.jdbc()
                .sql("delete from booking.claim where region_id = ? and order_id = ?")
                .params(first.region().number(), first.value())
                .update();
        day.pay(first);
        await().until(() -> !state(first).equals("HELD"));
        assertThat(state(first)).isIn("EXPIRED", "REFUNDED");
    }

    @Test
    void theTimeThatWasAgreedIsMovedByNobodyAlone() throws IOException {
        var first = accepted(day.quotation());
        assertThat(reason(checkouts.move(day.resides(), first, MovingDay.TUESDAY.plus(Duration.ofDays(1)), null, "m")))
                .isEqualTo(CheckoutReason.AGREED_TIME);
        assertThat(state(first)).isEqualTo("PAID");
    }

    @Test
    void whereThePlaceClosesLaterStagesComeBackWholeToo() throws IOException {
        var orders = bothPaidBefore();
        close(LocalDate.of(2026, 12, 1));
        clock.set(MovingDay.TUESDAY.minus(Duration.ofHours(30)));
        assertThat(callOffs.refund(progressed().live().orElseThrow())).isEqualTo(money(110_001));
        done(callOffs.callOff(day.resides(), request.id(), shown(), "They are closed"));
        isWhollyBack(orders.getFirst(), 36_667);
        isWhollyBack(orders.getLast(), 73_334);
    }

    @Test
    void whatWasPaidInAnotherTabMeanwhileIsSeenBeforeItIsCalledOff() throws IOException {
        accepted(inAdvance());
        var seen = shown();
        var second =
                done(acceptances.payStage(day.resides(), request.id(), 2, "s")).id();
        paid(second);
        assertThat(reason(callOffs.callOff(day.resides(), request.id(), seen, "We stay")))
                .isEqualTo(CheckoutReason.REFUND_CHANGED);
        assertThat(progressed().request().state()).isEqualTo(RequestState.ACCEPTED);
        assertThat(state(second)).isEqualTo("PAID");
        assertThat(shown()).isEqualTo(110_001);
    }

    @Test
    void whatIsPaidAfterItWasCalledOffComesBackWhole() throws IOException {
        var first = accepted(inAdvance());
        var second =
                done(acceptances.payStage(day.resides(), request.id(), 2, "s")).id();
        var page = day.client().pay(day.resident(), second.value(), "p").text("redirectUrl");
        done(callOffs.callOff(day.resides(), request.id(), shown(), "We stay"));
        await().until(() -> !state(second).equals("HELD"));
        day.client().press(page, "succeed");
        isWhollyBack(first, 36_667);
        await().untilAsserted(() -> assertThat(paidBack(second)).isEqualTo(73_334));
        assertThat(state(second)).isNotEqualTo("PAID");
    }

    /** Two tabs press at the same moment: it is called off once, and both are told so. */
    @Test
    void whoCallsItOffTwiceGetsItBackOnce() throws IOException {
        var first = accepted(day.quotation());
        var seen = shown();
        var states = IntStream.range(0, 4)
                .parallel()
                .mapToObj(tab -> done(callOffs.callOff(day.resides(), request.id(), seen, "We stay")))
                .map(QuoteRequest::state)
                .distinct()
                .toList();
        assertThat(states).containsExactly(RequestState.CALLED_OFF);
        isWhollyBack(first, 36_667);
        assertThat(paidBack(first)).isEqualTo(36_667);
    }

    /** What the gateway was asked to give back of an order, in minor units. */
    private static long paidBack(OrderId order) {
        return TestTown.jdbc()
                .sql("select coalesce(sum(amount_minor), 0)::bigint from payment.refund where order_id = ?")
                .param(order.value())
                .query(Long.class)
                .single();
    }

    @Test
    void nobodyMissesALaterStageOfAPlaceThatIsClosed() throws IOException {
        var orders = bothPaidBefore();
        close(LocalDate.of(2026, 12, 1));
        clock.set(MovingDay.TUESDAY.plus(Duration.ofDays(9)));
        noShows.settleDue(1_000); // or the job was first
        isWhollyBack(orders.getFirst(), 36_667);
        isWhollyBack(orders.getLast(), 73_334);
    }

    /** Planned for four hours; they may be done after two. */
    @ParameterizedTest
    @ValueSource(ints = {125, 240})
    void whatIsPaidAfterTheWorkIsPaid(int minutes) throws IOException {
        var quotation = offered(day.quotation());
        var first = done(acceptances.accept(day.resides(), quotation.id(), "a")).id();
        paid(first);
        clock.set(MovingDay.TUESDAY.plus(Duration.ofHours(2)));
        day.redeem(first);
        progressed();
        clock.set(MovingDay.TUESDAY.plus(Duration.ofMinutes(minutes)));
        var last =
                done(acceptances.payStage(day.resides(), request.id(), 2, "s")).id();
        paid(last);
        assertThat(callOffs.refund(progressed().live().orElseThrow())).isEqualTo(money(0));

        clock.move(Duration.ofDays(9));
        done(noShows.didNotCome(day.runs(), last));
        assertThat(ledger.of(last.value()).orElseThrow().released()).isEqualTo(money(73_334));
        assertThat(progressed().request().state()).isEqualTo(RequestState.DONE);
    }

    /** Its second stage is due as soon as the first is paid. */
    private NewQuotation inAdvance() {
        var wanted = day.quotation();
        return new NewQuotation(
                wanted.lines(),
                List.of(
                        wanted.stages().getFirst(),
                        new NewQuotation.NewStage("In advance", money(73_334), Due.BEFORE_WORK, 30)),
                wanted.validUntil(),
                wanted.work(),
                "");
    }

    /** Both are paid some days before. */
    private List<OrderId> bothPaidBefore() throws IOException {
        var first = accepted(inAdvance());
        var second =
                done(acceptances.payStage(day.resides(), request.id(), 2, "s")).id();
        paid(second);
        return List.of(first, second);
    }
}
