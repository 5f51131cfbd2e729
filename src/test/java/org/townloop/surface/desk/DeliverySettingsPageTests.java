package org.townloop.surface.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.supply.TestGrocer;
import org.townloop.supply.merchant.DeliveryBook;
import org.townloop.supply.merchant.DeliverySettings;
import org.townloop.surface.PageClient;

/** The page on which a shop says when and where it brings what it sells. */
@TownTest
class DeliverySettingsPageTests {

    private static final String PATH = "/desk/delivery/settings";

    @LocalServerPort
    int port;

    @Autowired
    DeliveryBook deliveries;

    @Autowired
    TestClock clock;

    private TestGrocer grocer;
    private PageClient owner;

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START);
        grocer = TestGrocer.with(20);
        owner = PageClient.of(port, TestPeople.merchantOf(grocer.house()));
    }

    @Test
    void aWindowOfEveryDayIsOneRow() throws IOException {
        var page = owner.get(PATH);
        assertThat(page.body())
                .contains("value=\"daily\" selected", "id=\"from-4\"")
                .doesNotContain("id=\"from-5\"");
        var typed = typed();
        typed.putAll(Map.of("day.1", "workdays", "from.1", "16:00", "to.1", "18:00", "orders.1", "8", "closes.1", "2"));
        assertThat(owner.post(PATH, page, typed).status()).isEqualTo(303);
        var windows = deliveries.of(grocer.house().place()).windows();
        assertThat(windows).hasSize(12);
        assertThat(windows)
                .filteredOn(window -> window.orders() == 8)
                .extracting(DeliverySettings.Window::day)
                .containsExactly(
                        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    }

    @Test
    void rowsThatStandBehindEmptyOnesComeBackWhenSomethingIsWrong() throws IOException {
        var typed = new HashMap<>(Map.of("place", id(), "day.6", "1", "to.6", "18:00", "orders.6", "8"));
        var refused = owner.post(PATH, owner.get(PATH), typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).containsPattern("name=\"to.6\" value=\"18:00\"");
    }

    private Map<String, String> typed() {
        return new HashMap<>(Map.of(
                "place",
                id(),
                "day.0",
                "daily",
                "from.0",
                "10:00",
                "to.0",
                "12:00",
                "orders.0",
                "20",
                "closes.0",
                "1",
                "within.0",
                "2",
                "fee.0",
                "3"));
    }

    private String id() {
        return grocer.house().place().value().toString();
    }
}
