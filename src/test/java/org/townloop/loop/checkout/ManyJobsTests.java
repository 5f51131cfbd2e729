package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Leftovers;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.media.Sweeping;
import org.townloop.base.notice.LaterNotices;
import org.townloop.base.notice.Reminders;
import org.townloop.loop.payment.Reconciler;
import org.townloop.supply.TestSalon;
import org.townloop.supply.booking.CalendarReader;
import org.townloop.supply.offer.EndedAds;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** While gateways let everybody wait, holds run out all the same. */
@TownTest
class ManyJobsTests {

    private static final Instant SATURDAY = Instant.parse("2026-11-28T07:00:00Z");
    private static final String NAME = "waits-for-a-gateway-";

    /** Waits for an answer that does not come. */
    private record Hanging(String name, CountDownLatch asked, CountDownLatch answer) implements Chore {

        @Override
        public Duration every() {
            return Duration.ofSeconds(1);
        }

        @Override
        public boolean callsGateways() {
            return true;
        }

        @Override
        public void run() {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext town;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    @Test
    void holdsRunOutWhileGatewaysAreSilent() throws IOException {
        clock.set(TestClock.START);
        var salon = TestSalon.with(1, 1);
        var client = new LoopClient(port);
        var resident = TestPeople.resident(salon.region());
        var haircut = ((Outcome.Done<Offer>) offers.write(salon.haircut())).value();
        var held = client.hold(resident, haircut.id().value(), SATURDAY, "h");
        assertThat(held.status()).isEqualTo(201);
        BeforeTheJobs.run(
                town,
                () -> besideSilentGateways(() -> {
                    clock.move(Duration.ofMinutes(11));
                    client.order(resident, held.id(), "EXPIRED");
                }));
    }

    private void besideSilentGateways(BeforeTheJobs.Act act) throws IOException {
        var asked = new CountDownLatch(2);
        var answer = new CountDownLatch(1);
        var jobs = jobs(IntStream.range(0, 8)
                .<Chore>mapToObj(i -> new Hanging(NAME + i + " " + UUID.randomUUID(), asked, answer))
                .toList());
        jobs.start();
        try {
            Awaitility.await().until(() -> asked.getCount() == 0);
            act.run();
        } finally {
            answer.countDown();
            jobs.stop();
            TestTown.jdbc()
                    .sql("delete from kernel.scheduled_task where task_name like ?")
                    .param(NAME + "%")
                    .update();
        }
    }

    private Jobs jobs(List<Chore> chores) {
        return new Jobs(
                town.getBean(DataSource.class),
                town.getBean(Checkouts.class),
                town.getBean(WaitingCancellations.class),
                town.getBean(NoShows.class),
                town.getBean(SessionRefunds.class),
                town.getBean(Reconciler.class),
                town.getBean(Reminders.class),
                town.getBean(LaterNotices.class),
                town.getBean(Retention.class),
                town.getBean(Leftovers.class),
                town.getBean(Sweeping.class),
                town.getBean(EndedAds.class),
                town.getBean(FreedSlots.class),
                town.getBean(CalendarReader.class),
                chores);
    }
}
