package org.townloop.loop.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.townloop.loop.quote.MovingDay.done;
import static org.townloop.loop.quote.MovingDay.reason;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.loop.ordering.OrderId;

/** What fails of written offers is tried again, and what is said twice is said once. */
@TownTest
class QuoteFailureTests extends SomebodyAsks {

    @Test
    void whatCouldNotBeCalledOffIsTriedAgainAndKeepsNoOtherBack() throws IOException {
        var quotation = offered(day.quotation());
        var first = done(acceptances.accept(day.resides(), quotation.id(), "a")).id();
        paid(first);
        progressed();
        refundIsInTheWay(first);
        done(callOffs.callOff(day.resides(), request.id(), shown(), "We stay"));
        assertThat(state(first)).isEqualTo("PAID");
        assertThat(callingOff(clock.instant())).doesNotContain(first);

        nothingIsInTheWay(first);
        clock.move(Duration.ofMinutes(16));
        chores.run();
        await().until(() -> !state(first).equals("PAID"));
        assertThat(state(first)).isIn("CANCELLED", "REFUNDED");
        assertThat(callingOff(clock.instant().plus(Duration.ofDays(1)))).doesNotContain(first);
    }

    /** Tried again when a fifth would be kept. */
    @Test
    void whatWasShownComesBackHoweverLateItIs() throws IOException {
        var first = accepted(day.quotation());
        clock.set(MovingDay.TUESDAY.minus(Duration.ofHours(73)));
        assertThat(shown()).isEqualTo(36_667);
        refundIsInTheWay(first);
        done(callOffs.callOff(day.resides(), request.id(), 36_667, "We stay"));
        clock.set(MovingDay.TUESDAY.minus(Duration.ofHours(30)));
        assertThat(shown()).as("by then").isEqualTo(29_334);
        nothingIsInTheWay(first);
        chores.run();
        await().until(() -> !state(first).equals("PAID"));
        isWhollyBack(first, 36_667);
    }

    @Test
    void anOfferThatCannotBeClosedKeepsNoOtherBack() {
        offered(day.quotation());
        var over = MovingDay.SUNDAY_NIGHT.plusSeconds(1);
        assertThat(ended.due(over, 1_000)).contains(request.id());
        ended.tryAgain(request.id(), over.plusSeconds(60));
        assertThat(ended.due(over, 1_000)).doesNotContain(request.id());
        assertThat(ended.due(over.plusSeconds(60), 1_000)).contains(request.id());
    }

    @Test
    void nothingIsOfferedThatNobodyCouldPay() {
        var far = MovingDay.TUESDAY.plus(Duration.ofDays(200));
        var wanted = day.quotation();
        var people = wanted.work().people();
        assertThat(reason(desk.offer(
                        day.runs(),
                        request.id(),
                        new NewQuotation(
                                wanted.lines(),
                                wanted.stages(),
                                wanted.validUntil(),
                                new Work(far, 240, 1, people),
                                ""),
                        "far")))
                .isEqualTo(QuoteReason.WORK_TOO_FAR);
    }

    @Test
    void anOfferThatIsSentTwiceIsWrittenOnce() {
        var owner = day.runs();
        var once = done(desk.offer(owner, request.id(), day.quotation(), "key"));
        var twice = done(desk.offer(owner, request.id(), day.quotation(), "key"));
        assertThat(twice.id()).isEqualTo(once.id());
        assertThat(twice.state()).isEqualTo(QuotationState.OPEN);
    }

    /** All of the payment is taken by a refund that nobody asked for. */
    private static void refundIsInTheWay(OrderId order) {
        TestTown.jdbc()
                .sql("""
                    insert into payment.refund (region_id, id, intent_id, order_id, amount_minor, currency, state, reason,
                        created_at, asked_at, closed_at)
                    select s.region_id, ?, s.intent_id, s.order_id, s.amount_minor, i.currency, 'SUCCEEDED', 'in the way',
                        now(), now(), now()
                    from payment.share s
                    join payment.intent i on (i.region_id, i.id) = (s.region_id, s.intent_id)
                    where s.region_id = ? and s.order_id = ?
                    """)
                .params(UUID.randomUUID(), order.region().number(), order.value())
                .update();
    }

    private static void nothingIsInTheWay(OrderId order) {
        TestTown.jdbc()
                .sql("delete from payment.refund where reason = 'in the way' and order_id = ?")
                .param(order.value())
                .update();
    }

    private List<OrderId> callingOff(Instant now) {
        return stages.callingOff(now, 1_000).stream()
                .map(Stages.CallingOff::order)
                .toList();
    }
}
