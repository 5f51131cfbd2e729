package org.townloop.loop.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.townloop.loop.quote.MovingDay.done;
import static org.townloop.loop.quote.MovingDay.money;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.loop.checkout.BeforeTheJobs;
import org.townloop.loop.ordering.OrderId;

/** What becomes of stages when the money is late, the place closes, or the work is over. */
@TownTest
class QuotePromisesTests extends SomebodyAsks {

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
    void whereThePlaceClosesLaterStagesComeBackWholeToo() throws IOException {
        var orders = bothPaidBefore();
        close(LocalDate.of(2026, 12, 1));
        clock.set(MovingDay.TUESDAY.minus(Duration.ofHours(30)));
        assertThat(callOffs.refund(progressed().live().orElseThrow())).isEqualTo(money(110_001));
        done(callOffs.callOff(day.resides(), request.id(), "They are closed"));
        isWhollyBack(orders.getFirst(), 36_667);
        isWhollyBack(orders.getLast(), 73_334);
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

    /** Both are paid some days before. */
    private List<OrderId> bothPaidBefore() throws IOException {
        var wanted = day.quotation();
        var quotation = offered(new NewQuotation(
                wanted.lines(),
                List.of(
                        wanted.stages().getFirst(),
                        new NewQuotation.NewStage("In advance", money(73_334), Due.BEFORE_WORK, 30)),
                wanted.validUntil(),
                wanted.work(),
                ""));
        var first = done(acceptances.accept(day.resides(), quotation.id(), "a")).id();
        paid(first);
        progressed();
        var second =
                done(acceptances.payStage(day.resides(), request.id(), 2, "s")).id();
        paid(second);
        return List.of(first, second);
    }
}
