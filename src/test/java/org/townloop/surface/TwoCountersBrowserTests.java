package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One voucher at two counters without a network: both are green, one is paid, the other is told. */
class TwoCountersBrowserTests extends InTheCellar {

    /** Who reaches the town first; a third scan, with a network, comes before, between or after them. */
    enum Order {
        FRONT_BACK(List.of("Front", "Back")),
        BACK_FRONT(List.of("Back", "Front")),
        DESK_FRONT_BACK(List.of("Desk", "Front", "Back")),
        FRONT_DESK_BACK(List.of("Front", "Desk", "Back")),
        BACK_FRONT_DESK(List.of("Back", "Front", "Desk"));

        private final List<String> names;

        Order(List<String> names) {
            this.names = names;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFirstScanThatArrivesIsPaidAndTheOtherIsShownAsAConflict(Order order) throws IOException {
        var paid = day.paid(SalonDay.AT_THREE);
        var token = day.token(paid);
        try (var front = device("Front");
                var back = device("Back")) {
            assertThat(front.cutNetwork().scan(token)).isEqualTo("good");
            assertThat(back.cutNetwork().scan(token)).isEqualTo("good");

            for (var name : order.names) {
                switch (name) {
                    case "Front" -> front.sync();
                    case "Back" -> back.sync();
                    default ->
                        day.client()
                                .redeem(day.counter(), token, UUID.randomUUID().toString());
                }
            }

            day.client().order(day.guest(), paid, "SETTLED");
            assertThat(released(paid)).isEqualTo(12_800);
            assertThat(told(front)).isNotEqualTo(order.names.getFirst().equals("Front"));
            assertThat(told(back)).isNotEqualTo(order.names.getFirst().equals("Back"));
        }
    }

    /** Whether it says that a scan was not counted, and keeps saying so until somebody has seen it. */
    private static boolean told(CounterDevice counter) {
        counter.open().page().locator(".known[data-bundle]").waitFor();
        var conflict = counter.isSaying("another counter had it too");
        if (conflict) {
            counter.page().locator(".troubles button").click();
            counter.page().locator(".troubles").waitFor(gone());
            counter.open();
            assertThat(counter.isSaying("another counter had it too")).isFalse();
        }
        return conflict;
    }

    private static com.microsoft.playwright.Locator.WaitForOptions gone() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }
}
