package org.townloop.loop.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.townloop.loop.quote.MovingDay.done;
import static org.townloop.loop.quote.MovingDay.money;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;

/**
 * A newer offer, the end of its validity and a call-off, each while somebody accepts or pays. The lock of the request decides
 * who comes first; each test has its control without it.
 */
@TownTest
class QuoteRivalsTests extends SomebodyAsks {

    @Test
    void ofTwoVersionsOneIsAccepted() {
        var older = offered(day.quotation());
        between(true, acceptances -> acceptances.accept(day.resides(), older.id(), "a"), this::acceptsNewer);
        assertThat(held()).isOne();
    }

    /** The control: both hands believe that theirs is the one, and the index alone says no. */
    @Test
    void withoutTheLockTheIndexAloneKeepsTwoVersionsFromBeingAccepted() {
        var older = offered(day.quotation());
        assertThatThrownBy(() -> between(
                        false, acceptances -> acceptances.accept(day.resides(), older.id(), "a"), this::offersNewer))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("one_quotation_of_a_request");
    }

    @Test
    void whatRunsOutWhileItIsAcceptedIsAcceptedOrOver() {
        var quotation = offered(day.quotation());
        between(true, acceptances -> acceptances.accept(day.resides(), quotation.id(), "a"), this::runsOut);
        assertThat(liveOfClosed()).isZero();
    }

    @Test
    void withoutTheLockAnOfferIsAcceptedThatHasRunOut() {
        var quotation = offered(day.quotation());
        between(false, acceptances -> acceptances.accept(day.resides(), quotation.id(), "a"), this::runsOut);
        assertThat(liveOfClosed()).isPositive();
    }

    @Test
    void aStageThatIsPaidWhileItIsCalledOffIsCalledOffToo() throws IOException {
        accepted();
        paysWhileItIsCalledOff(true);
        assertThat(heldOfCalledOff()).isZero();
    }

    @Test
    void withoutTheLockAStageWaitsForItsPaymentThatWasCalledOff() throws IOException {
        accepted();
        paysWhileItIsCalledOff(false);
        assertThat(heldOfCalledOff()).isPositive();
    }

    private void between(boolean locked, Consumer<Acceptances> one, Runnable other) {
        new InBetween(town).run(locked, 1, one, other);
    }

    private void offersNewer() {
        desk.offer(day.runs(), request.id(), day.quotation(), "newer");
    }

    /** Refused if the older one was accepted. */
    private void acceptsNewer() {
        if (desk.offer(day.runs(), request.id(), day.quotation(), "newer")
                instanceof Outcome.Done<Quotation>(var newer)) {
            acceptances.accept(day.resides(), newer.id(), "b");
        }
    }

    /** By the clock of another process, which is ahead. */
    private void runsOut() {
        new QuoteChores(
                        town.getBean(Requests.class),
                        town.getBean(Quotations.class),
                        ended,
                        stages,
                        progress,
                        town.getBean(Closing.class),
                        town.getBean(CallingOff.class),
                        town.getBean(Forgetting.class),
                        town.getBean(QuoteNotices.class),
                        atomically,
                        Clock.fixed(MovingDay.SUNDAY_NIGHT.plus(Duration.ofSeconds(1)), ZoneOffset.UTC))
                .run();
    }

    /** What is live is read once more when the orders of its stages have been looked at. */
    private void paysWhileItIsCalledOff(boolean locked) {
        var shown = shown();
        new InBetween(town)
                .run(
                        locked,
                        2,
                        acceptances -> acceptances.payStage(day.resides(), request.id(), 2, "s"),
                        () -> done(callOffs.callOff(day.resides(), request.id(), shown, "We stay")));
    }

    private void accepted() throws IOException {
        var wanted = day.quotation();
        var quotation = offered(new NewQuotation(
                wanted.lines(),
                List.of(
                        wanted.stages().getFirst(),
                        new NewQuotation.NewStage("In advance", money(73_334), Due.BEFORE_WORK, 30)),
                wanted.validUntil(),
                wanted.work(),
                ""));
        paid(done(acceptances.accept(day.resides(), quotation.id(), "a")).id());
        progressed();
    }

    private int held() {
        return count("""
            select count(*)::int from ordering.orders o
            join quote.stage s on (s.region_id, s.order_id) = (o.region_id, o.id)
            join quote.quotation q on (q.region_id, q.id) = (s.region_id, s.quotation_id)
            where q.request_id = ? and o.state = 'HELD'
            """);
    }

    private int liveOfClosed() {
        return count("""
            select count(*)::int from quote.quotation q
            join quote.request r on (r.region_id, r.id) = (q.region_id, q.request_id)
            where r.id = ? and r.closed_at is not null and q.state in ('OPEN', 'HELD', 'ACCEPTED')
            """);
    }

    private int heldOfCalledOff() {
        return count("""
            select count(*)::int from ordering.orders o
            join quote.stage s on (s.region_id, s.order_id) = (o.region_id, o.id)
            join quote.quotation q on (q.region_id, q.id) = (s.region_id, s.quotation_id)
            join quote.request r on (r.region_id, r.id) = (q.region_id, q.request_id)
            where r.id = ? and r.state = 'CALLED_OFF' and o.state = 'HELD' and not s.calling_off
            """);
    }

    private int count(String sql) {
        return TestTown.jdbc()
                .sql(sql)
                .param(request.id().value())
                .query(Integer.class)
                .single();
    }
}
