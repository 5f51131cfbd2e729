package org.townloop.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.TestDevice;
import org.townloop.TestTown;
import org.townloop.launch.postgres.Database;
import tools.jackson.databind.JsonNode;

/**
 * The process dies while it stores what a device accepted with no network, as by kill -9, and is started again; the
 * device heard nothing, and sends the same batch. It must get the answers that it would have got, once.
 */
class OfflineCrashTests {

    /** Where it dies with all undone: the device's row is the last that the transaction writes. */
    private static final List<String> BEFORE_COMMIT =
            List.of("Scans.redeem:after", "Scans.remember:after", "Devices.reached:after");

    /** Where all is stored, and nobody was told. */
    private static final String AFTER_COMMIT = "OfflineBatches.sync:after";

    @Test
    void whoeverSendsTheBatchAgainGetsTheSameAnswers() throws IOException {
        var database = TestTown.fresh();
        try (var town = new ChildTown(database, false)) {
            town.start();
            for (var step : BEFORE_COMMIT) {
                walk(town, database, step, 0);
            }
            walk(town, database, AFTER_COMMIT, 3);
        }
    }

    /** @param stored how many scans the crash leaves: none or all, never some */
    private static void walk(ChildTown town, Database database, String step, int stored) throws IOException {
        var walk = new CrashWalk(town, database);
        walk.toTheCounter();
        var device = walk.device(new TestClock());
        var token = walk.token();
        var batch = List.of(device.accept(token), device.accept("no voucher"), device.accept(token));
        town.arm(step);

        assertThatThrownBy(() -> device.send(batch)).isInstanceOf(IOException.class);
        assertThat(town.hasHalted()).as(step).isTrue();
        assertThat(walk.count("voucher.scan where device_id = ?", device.id()))
                .as("scans stored by %s", step)
                .isEqualTo(stored);
        assertThat(walk.count("voucher.redemption where counter_id = ?", device.id()))
                .as("units taken by %s", step)
                .isEqualTo(stored == 0 ? 0 : 1);
        town.start();

        var answers = results(device, batch);
        assertThat(outcomes(answers)).as(step).containsExactly("REDEEMED", "BAD_SIGNATURE", "CONFLICT");
        assertThat(results(device, batch)).as("and again").isEqualTo(answers);
        walk.requireOneOfEach();
        assertThat(walk.count("voucher.scan where device_id = ?", device.id())).isEqualTo(3);
        assertThat(walk.count("voucher.device where arrived = 3 and sequence = 3 and id = ?", device.id()))
                .isOne();
        assertThat(town.audit()).as("audit after %s", step).isEqualTo("[]");
        byAnotherNameItWouldBeAnotherScan(device, token);
    }

    /** What holds the test above: the nonces. */
    private static void byAnotherNameItWouldBeAnotherScan(TestDevice device, String token) throws IOException {
        assertThat(outcomes(results(device, List.of(device.accept(token))))).containsExactly("CONFLICT");
    }

    private static List<JsonNode> results(TestDevice device, List<Map<String, Object>> batch) throws IOException {
        var answer = device.send(batch);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("results").valueStream().toList();
    }

    private static List<String> outcomes(List<JsonNode> results) {
        return results.stream().map(result -> result.path("outcome").asString()).toList();
    }
}
