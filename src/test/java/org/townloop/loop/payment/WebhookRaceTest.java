package org.townloop.loop.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    private static final int APART = 1;
    private static final int TOGETHER = 8;

    /** Believes every message. */
    static class Unguarded extends Intents {

        Unguarded(JdbcClient jdbc, Clock clock) {
            super(jdbc, clock);
        }

        @Override
        List<Intent> captured(Map<IntentId, String> gatewayRefs) {
            super.captured(gatewayRefs);
            return List.copyOf(get(gatewayRefs.keySet()).values());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {APART, TOGETHER})
    void oneEffectOfAHundredCopies(int together) {
        assertThat(effects(TestTown.fresh(), Intents.class, together)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {APART, TOGETHER})
    void oneEffectWithoutTheGuardedUpdate(int together) {
        assertThat(effects(TestTown.fresh(), Unguarded.class, together)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {APART, TOGETHER})
    void oneEffectWithoutTheUniqueEvent(int together) {
        assertThat(effects(withoutUniqueEvents(), Intents.class, together)).isEqualTo(1);
    }

    /** The control. */
    @Test
    void withoutBothTheEffectMultiplies() {
        assertThat(effects(withoutUniqueEvents(), Unguarded.class, APART)).isEqualTo(COPIES);
    }

    /** The control: copies that are heard together count once, but not all of them are. */
    @Test
    void withoutBothTheEffectMultipliesTogetherToo() {
        assertThat(effects(withoutUniqueEvents(), Unguarded.class, TOGETHER)).isGreaterThan(1);
    }

    private static Database withoutUniqueEvents() {
        var database = TestTown.fresh();
        new JdbcTemplate(TestTown.plain(database, database.owner()))
                .execute("alter table payment.webhook drop constraint webhook_pkey");
        return database;
    }

    private static int effects(Database database, Class<? extends Intents> intents, int together) {
        try (var town = PaymentTown.with(database, Envelope.gateway(), intents, together)) {
            var envelope = Envelope.sealed(Envelope.captured(town.anIntent()), town.clock.instant());
            Race.of(IntStream.range(0, COPIES)
                    .<Runnable>mapToObj(copy -> () ->
                            Outcomes.value(town.webhooks.receive("sandbox", envelope.body(), envelope.headers()))));
            return town.told.captured.size();
        }
    }
}
