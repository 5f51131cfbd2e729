package org.townloop.supply.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestTown;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.SupplyTest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Several processes share one database: what an operator installs in one of them is sold under in all of them. */
@SupplyTest
class OtherProcessPackTests {

    private static final PackId SMITHY = new PackId("smithy-test");

    private final Packs packs;
    private final PackRows rows;
    private final PackFormat format;
    private final ShippedPacks shipped;
    private final Trades trades;
    private final EventLog events;
    private final Atomically atomically;
    private final JsonMapper json;
    private final Clock clock;

    OtherProcessPackTests(
            Packs packs,
            PackRows rows,
            PackFormat format,
            ShippedPacks shipped,
            Trades trades,
            EventLog events,
            Atomically atomically,
            JsonMapper json,
            Clock clock) {
        this.packs = packs;
        this.rows = rows;
        this.format = format;
        this.shipped = shipped;
        this.trades = trades;
        this.events = events;
        this.atomically = atomically;
        this.json = json;
        this.clock = clock;
    }

    @AfterEach
    void theSmithIsGone() {
        for (var table : List.of("current", "version")) {
            TestTown.jdbc()
                    .sql("delete from pack." + table + " where pack_id = 'smithy-test'")
                    .update();
        }
        packs.changed();
    }

    @Test
    void whatIsInstalledElsewhereIsSoldUnderHere() {
        assertThatThrownBy(() -> packs.current(SMITHY)).isInstanceOf(Absent.class);
        var elsewhere = new PackVersions(rows, format, new Packs(rows, format, shipped, trades), events, clock);
        put(elsewhere, 1);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(packs.installed()).extracting(Pack::id).contains(SMITHY));
        put(elsewhere, 2);
        assertThat(packs.current(SMITHY).version()).isEqualTo(1);
        assertThat(atomically.run(() -> elsewhere.makeCurrent(SMITHY, 2, 1, note -> {})))
                .isInstanceOf(Outcome.Done.class);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(packs.current(SMITHY).version()).isEqualTo(2));
    }

    @Test
    void whatIsReadWhileItChangesIsNotKept() {
        var versions = new PackVersions(rows, format, packs, events, clock);
        var isFirst = new AtomicBoolean(true);
        var slow = new Packs[1];
        var slowRows = new PackRows(JdbcClient.create(TestTown.app()), json, clock) {
            @Override
            List<Pack> current() {
                var read = super.current();
                if (isFirst.getAndSet(false)) {
                    put(versions, 1);
                    slow[0].changed();
                }
                return read;
            }
        };
        slow[0] = new Packs(slowRows, format, shipped, trades);
        assertThatThrownBy(() -> slow[0].current(SMITHY)).isInstanceOf(Absent.class);
        assertThat(slow[0].current(SMITHY).version()).isEqualTo(1);
    }

    private void put(PackVersions versions, int version) {
        var smithy = (ObjectNode) shipped.contents().getFirst().deepCopy();
        smithy.put("id", SMITHY.value());
        smithy.put("version", version);
        assertThat(atomically.run(() -> versions.install(json.writeValueAsString(smithy), note -> {})))
                .isInstanceOf(Outcome.Done.class);
    }
}
