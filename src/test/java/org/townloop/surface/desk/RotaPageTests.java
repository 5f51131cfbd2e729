package org.townloop.surface.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.supply.TestSalon;
import org.townloop.surface.PageClient;

/** The page on which a place says who works when on which day. */
@TownTest
class RotaPageTests {

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    private final TestSalon salon = TestSalon.with(1, 1);
    private final String place = salon.place().value().toString();
    private final String path = "/desk/people/rota?place=" + place;
    private PageClient owner;

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START);
        owner = PageClient.of(port, TestPeople.merchantOf(salon));
    }

    @Test
    void aRotaIsCheckedSavedShownAndEnded() throws IOException {
        var page = owner.get(path);
        var lines = "Lin,2026-11-27,14:00,18:30\nLin,2026-11-28,off\n";
        var checked = owner.post("/desk/people/rota", page, typed(lines, "look"));
        assertThat(checked.words()).contains("Nothing was changed yet", "one shift, 4 hours 30 min; one day off");
        assertThat(owner.get(path).body()).doesNotContain("2026-11-27");

        var saved = owner.follow(owner.post("/desk/people/rota", page, typed(lines, "")));
        assertThat(saved.words()).contains("The rota holds now");
        assertThat(saved.body()).contains("Lin,2026-11-27,14:00,18:30", "Lin,2026-11-28,off");
        var ended = owner.post("/desk/people/rota/removal", saved, Map.of("place", place));
        assertThat(owner.get(path).body()).doesNotContain("2026-11-27");
        assertThat(ended.words()).contains("The rota has ended");
        assertThat(ended.body()).contains("Lin,2026-11-27,14:00,18:30");
        owner.post("/desk/people/rota", ended, typed(lines, ""));
        assertThat(owner.get(path).body()).contains("Lin,2026-11-27,14:00,18:30");
    }

    @Test
    void wrongLinesAreNamedAndWhatWasTypedIsKept() throws IOException {
        var lines = "Bo,2026-11-27,14:00,18:30\nLin,2026-02-30,off\n";
        var refused = owner.post("/desk/people/rota", owner.get(path), typed(lines, ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words())
                .contains(
                        "2 lines cannot be taken", "Line 1: nobody of the name “Bo”", "Line 2: “2026-02-30” is no day");
        assertThat(refused.body()).contains("Bo,2026-11-27,14:00,18:30");
    }

    private Map<String, String> typed(String lines, String act) {
        return Map.of("place", place, "lines", lines, "act", act);
    }
}
