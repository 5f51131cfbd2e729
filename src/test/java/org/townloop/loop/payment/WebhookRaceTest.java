package org.townloop.loop.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.Race;
import org.townloop.TestTown;
import org.townloop.launch.postgres.Database;

/**
 * FAULTS 4: the same webhook a hundred times at once has one effect. Two defences see to it, the event's unique id and
 * the guarded update; each is enough alone, and without both the effect multiplies.
 */
class WebhookRaceTest {

    private static final int COPIES = 100;

    /** Believes every message. */
    static class Unguarded extends Intents {

        Unguarded(JdbcClient jdbc, Clock clock) {
            super(jdbc, clock);
        }

        @Override
        boolean captured(IntentId id, String gatewayRef) {
            super.captured(id, gatewayRef);
            return true;
        }
    }

    @Test
    void oneEffectOfAHundredCopies() {
        assertThat(effects(TestTown.fresh(), Intents.class)).isEqualTo(1);
    }

    @Test
    void oneEffectWithoutTheGuardedUpdate() {
        assertThat(effects(TestTown.fresh(), Unguarded.class)).isEqualTo(1);
    }

    @Test
    void oneEffectWithoutTheUniqueEvent() {
        assertThat(effects(withoutUniqueEvents(), Intents.class)).isEqualTo(1);
    }

    /** The control. */
    @Test
    void withoutBothTheEffectMultiplies() {
        assertThat(effects(withoutUniqueEvents(), Unguarded.class)).isEqualTo(COPIES);
    }

    private static Database withoutUniqueEvents() {
        var database = TestTown.fresh();
        new JdbcTemplate(TestTown.plain(database, database.owner()))
                .execute("alter table payment.webhook drop constraint webhook_pkey");
        return database;
    }

    private static int effects(Database database, Class<? extends Intents> intents) {
        try (var town = PaymentTown.with(database, Envelope.gateway(), intents)) {
            var envelope = Envelope.sealed(Envelope.captured(town.anIntent()), town.clock.instant());
            Race.of(IntStream.range(0, COPIES)
                    .<Runnable>mapToObj(copy -> () ->
                            Outcomes.value(town.webhooks.receive("sandbox", envelope.body(), envelope.headers()))));
            return town.told.captured.size();
        }
    }
}
