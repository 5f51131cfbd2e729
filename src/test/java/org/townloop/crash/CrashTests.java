package org.townloop.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.townloop.TestTown;
import org.townloop.launch.postgres.Database;

/**
 * The process dies at each step of checkout and redemption, as by kill -9, and is started again; the resident and the
 * counter repeat what was not answered, with the same keys. There must be one charge, one voucher and one visit.
 */
class CrashTests {

    /** Where it dies, in the order of the loop. Between two commits every point is the same to the database. */
    static final List<String> STEPS = List.of(
            "Orders.insert:after",
            "Checkouts.hold:after",
            "Intents.record:after",
            "Gateways.open:before",
            "Answers.apply:before",
            "Checkouts.pay:after",
            "Ledger.capture:after",
            "Vouchers.issue:after",
            "Webhooks.receive:after",
            "Scans.redeem:after",
            "Visits.insert:after",
            "Ledger.release:after",
            "Scans.remember:after",
            "Redemptions.redeem:after");

    @Test
    void whereverItDiesThereIsOneChargeOneVoucherAndOneVisit() throws IOException {
        var database = TestTown.fresh();
        try (var town = new ChildTown(database, false)) {
            town.start();
            for (var step : STEPS) {
                walk(town, database, step);
                assertThat(town.audit()).as("audit after %s", step).isEqualTo("[]");
            }
        }
    }

    /**
     * What holds the test above: transactions. Without them a crash in mid-payment leaves what the audit finds. (Half a
     * redemption is refused by the schema itself: a unit that no scan took cannot be committed.)
     */
    @Test
    void withoutTransactionsTheAuditFindsWhatACrashLeft() throws IOException {
        var database = TestTown.fresh();
        try (var town = new ChildTown(database, true)) {
            town.start();
            var walk = new CrashWalk(town, database);
            walk.hold();
            town.arm("Vouchers.issue:before");
            walk.dieOfPaying();
            assertThat(town.audit()).contains("vouchers-of-paid-orders");
        }
    }

    private static void walk(ChildTown town, Database database, String step) throws IOException {
        var walk = new CrashWalk(town, database);
        town.arm(step);
        walk.toTheCounter();
        var verdict = walk.again(walk::redeem);
        assertThat(verdict).as("verdict after %s", step).isEqualTo("REDEEMED");
        assertThat(walk.restarts()).as("restarts by %s", step).isOne();
        walk.requireOneOfEach();
    }
}
