package org.townloop.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.townloop.TestTown;

/** The town dies while somebody pays with a gift voucher or calls off what was paid with it: nothing is had twice or lost. */
class CardCrashTests {

    private static final List<String> IN_PART = List.of(
            "Reservations.insert:after",
            "Gateways.open:before",
            "CardPayments.pay:after",
            "Ledger.capture:after",
            "StoredValueBook.used:after",
            "Vouchers.issue:after",
            "StoredValueBook.givenBack:after",
            "Checkouts.cancel:after");

    private static final List<String> WHOLLY = List.of(
            "Reservations.insert:after",
            "StoredValueBook.used:after",
            "CardPayments.pay:after",
            "StoredValueBook.givenBack:after");

    @Test
    void whereverItDiesTheCardIsUsedOnceAndGivenBackOnce() throws IOException {
        var database = TestTown.fresh();
        try (var town = new ChildTown(database, false)) {
            town.start();
            for (var step : IN_PART) {
                var walk = walk(town, new CardCrashWalk(town, database, false), step);
                assertThat(walk.moved())
                        .as(step)
                        .containsExactly("CAPTURE 6800", "REFUND 6800", "STORED_BACK 6000", "STORED_USED 6000");
            }
            for (var step : WHOLLY) {
                var walk = walk(town, new CardCrashWalk(town, database, true), step);
                assertThat(walk.moved()).as(step).containsExactly("STORED_BACK 12800", "STORED_USED 12800");
            }
        }
    }

    private static CardCrashWalk walk(ChildTown town, CardCrashWalk walk, String step) throws IOException {
        town.arm(step);
        walk.toTheCounter();
        walk.callOff();
        assertThat(walk.restarts()).as("restarts by %s", step).isOne();
        assertThat(town.audit()).as("audit after %s", step).isEqualTo("[]");
        return walk;
    }
}
