package org.townloop.loop.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.townloop.loop.quote.MovingDay.done;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.PageClient;

/** Writing a quotation at the desk: it is reckoned before it is sent, and written anew without being typed anew. */
@TownTest
class QuotePagesTests {

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    QuoteRequests requests;

    @Autowired
    QuoteDesk desk;

    @Autowired
    TestClock clock;

    private MovingDay day;
    private QuoteRequest request;
    private PageClient place;
    private String path;

    @BeforeEach
    void somebodyAsks() throws IOException {
        clock.set(TestClock.START);
        day = MovingDay.open(port, offers);
        request = done(requests.ask(day.resides(), day.wanted(), "k"));
        place = PageClient.of(port, TestPeople.merchantOf(day.firm()));
        path = "/desk/quotes/" + request.id().value();
    }

    @Test
    void whatItComesToIsSeenBeforeItIsSent() throws IOException {
        var page = place.get(path);
        var reckoned = place.post(
                path + "/quotations",
                page,
                Map.of(
                        "line1", "Lorry", "amount1", "1000", "line2", "Rebate", "amount2", "-100", "stage1", "All",
                        "part1", "800", "reckon", "yes"));
        assertThat(reckoned.status()).isEqualTo(200);
        assertThat(reckoned.words()).contains("The lines come to ¥900", "¥100 stands in no stage yet");
        assertThat(reckoned.body()).contains("value=\"Lorry\"", "id=\"f-line8\"");
        assertThat(desk.quotations(day.runs(), request.id()))
                .as("nothing was sent")
                .isEmpty();
    }

    @Test
    void theLastOneStandsInTheFormAndThereIsRoomForMore() throws IOException {
        done(desk.offer(day.runs(), request.id(), day.quotation(), "o1"));
        var page = place.get(path);
        assertThat(page.body())
                .contains(
                        "value=\"Piano down three floors\"", "value=\"1000.01\"", "value=\"-100\"", "value=\"733.34\"");
        var rows = new HashMap<String, String>();
        for (int row = 1; row <= NewQuotation.MOST_LINES; row++) {
            rows.put("line" + row, "Thing " + row);
            rows.put("amount" + row, "10");
        }
        rows.put("reckon", "yes");
        var full = place.post(path + "/quotations", page, rows);
        assertThat(full.words()).contains("The lines come to ¥400");
        assertThat(full.body()).contains("value=\"Thing 40\"");
    }

    @Test
    void aPersonWhoIsNoneIsRefusedAndBreaksNothing() throws IOException {
        var page = place.get(path);
        var fields =
                new HashMap<>(Map.of("line1", "Lorry", "amount1", "10", "stage1", "All", "part1", "10", "hours", "4"));
        fields.putAll(Map.of("startDay", "2026-12-01", "startTime", "10:00", "validUntil", "2026-11-30", "days", "1"));
        fields.put("people", "-".repeat(36));
        assertThat(place.post(path + "/quotations", page, fields).status()).isEqualTo(422);
    }
}
