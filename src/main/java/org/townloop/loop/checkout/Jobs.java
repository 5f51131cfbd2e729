package org.townloop.loop.checkout;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Leftovers;
import org.townloop.base.media.Sweeping;
import org.townloop.base.notice.LaterNotices;
import org.townloop.base.notice.Reminders;
import org.townloop.loop.payment.Reconciler;
import org.townloop.supply.booking.CalendarReader;
import org.townloop.supply.offer.EndedAds;

/**
 * What has to be done without being asked. Several processes share the schedule in the database; one whose lease runs
 * out is taken over, and each job finds its own work by guarded statements, so that twice is no harm.
 */
@Component
@ConditionalOnProperty(name = "townloop.jobs", havingValue = "on", matchIfMissing = true)
class Jobs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int BATCH = 200;
    private static final int THREADS = 4;
    /** So many threads may wait for gateways: the others go on, whatever the gateways do. */
    private static final int WAITING = 2;
    /** Who runs a job says so often; after so many silences another may take it over, also this process started anew. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    private static final int SILENCES = 6;

    private final Semaphore waiting = new Semaphore(WAITING);

    private final Supplier<Scheduler> schedule;
    private @Nullable Scheduler scheduler;

    Jobs(
            DataSource dataSource,
            Checkouts checkouts,
            WaitingCancellations waitingCancellations,
            NoShows noShows,
            SessionRefunds sessionRefunds,
            Reconciler reconciler,
            Reminders reminders,
            LaterNotices laterNotices,
            Retention retention,
            Leftovers leftovers,
            Sweeping pictures,
            EndedAds ads,
            FreedSlots freedSlots,
            CalendarReader calendars,
            List<Chore> chores) {
        schedule = () -> Scheduler.create(dataSource)
                .tableName("kernel.scheduled_task")
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(SIGN_OF_LIFE)
                .missedHeartbeatsLimit(SILENCES)
                .startTasks(
                        every(Duration.ofSeconds(1), "expire-holds", () -> checkouts.expire(BATCH)),
                        calling(Duration.ofSeconds(1), "call-off-sessions", () -> sessionRefunds.callOff(BATCH)),
                        every(Duration.ofSeconds(2), "offer-freed", () -> freedSlots.offerDue(BATCH)),
                        calling(Duration.ofSeconds(2), "ask-gateways", reconciler::resolve),
                        calling(
                                Duration.ofSeconds(20),
                                "complete-cancellations",
                                waitingCancellations::completeOverdue),
                        calling(Duration.ofSeconds(30), "settle-no-shows", () -> noShows.settleDue(BATCH)),
                        every(Duration.ofSeconds(20), "remind", () -> reminders.tellDue(BATCH)),
                        every(Duration.ofSeconds(30), "tell-later", () -> laterNotices.tellDue(BATCH)),
                        every(Duration.ofHours(1), "forget-old", retention::forget),
                        every(Duration.ofMinutes(10), "take-down-ads", ads::takeDown),
                        every(Duration.ofHours(1), "sweep-pictures", pictures::sweep),
                        every(Duration.ofMinutes(1), "read-calendars", calendars::begin),
                        every(Duration.ofMinutes(10), "forget-codes", leftovers::forget))
                .startTasks(chores.stream()
                        .map(chore -> chore.callsGateways()
                                ? calling(chore.every(), chore.name(), chore::run)
                                : every(chore.every(), chore.name(), chore::run))
                        .toList())
                .build();
    }

    @Override
    public synchronized void start() {
        var started = schedule.get(); // one that was stopped cannot be started again
        started.start();
        scheduler = started;
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    /** What calls gateways waits for its next time if too many do so now. */
    private RecurringTask<Void> calling(Duration delay, String name, Runnable work) {
        return every(delay, name, () -> {
            if (waiting.tryAcquire()) {
                try {
                    work.run();
                } finally {
                    waiting.release();
                }
            }
        });
    }

    private static RecurringTask<Void> every(Duration delay, String name, Runnable work) {
        return Tasks.recurring(name, FixedDelay.of(delay)).execute((instance, context) -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("{} is tried again in {}: {}", name, delay, e.toString());
            }
        });
    }
}
