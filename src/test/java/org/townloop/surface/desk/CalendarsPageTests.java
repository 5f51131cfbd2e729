package org.townloop.surface.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.surface.PageClient;
import org.townloop.surface.SalonDay;
import org.townloop.surface.SalonPages;

/** The desk's page of calendars: what is typed wrong stays, what is read is said, what collides is named. */
class CalendarsPageTests extends SalonPages {

    private PageClient owner;
    private UUID lin;
    private HttpServer elsewhere;
    private volatile String calendar = "";

    @BeforeEach
    void open() throws IOException {
        owner = PageClient.of(port, day.owner());
        lin = day.salon().staff().getFirst().value();
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            try (exchange) {
                var bytes = calendar.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        elsewhere.start();
    }

    @AfterEach
    void close() {
        elsewhere.stop(0);
    }

    @Test
    void nothingIsConnectedAtFirst() throws IOException {
        var page = owner.get("/desk/calendars");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.words()).contains("The whole place", "Lin", "Chair", "not connected");
        assertThat(owner.get("/desk/calendars?lang=zh-CN").words()).contains("整个门店", "未连接");
    }

    @Test
    void whatIsTypedWrongStaysAndIsSaidBesideIt() throws IOException {
        var answer = read("htp://lin.example/“a”.ics");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"htp://lin.example/“a”.ics\"", "aria-invalid=\"true\"");
        assertThat(answer.words()).contains("That is no address of a calendar.");

        calendar = "<html>";
        var page = read(address());
        assertThat(page.words()).contains("Line 1: this is no calendar");
        assertThat(page.body()).contains("value=\"" + address() + "\"");
        assertThat(owner.get("/desk/calendars").words()).doesNotContain("busy time ahead");
    }

    @Test
    void aCalendarIsReadAndItsCollisionsAreNamedAndThenItIsRemoved() throws IOException {
        day.paid(SalonDay.AT_THREE);
        calendar = """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            DTSTART:20261126T073000Z
            DURATION:PT3H
            SUMMARY:Dentist
            END:VEVENT
            END:VCALENDAR
            """;
        assertThat(read(address()).status()).isEqualTo(303);
        var page = owner.get("/desk/calendars?saved=yes");
        assertThat(page.words())
                .contains("Saved.", "1 busy time ahead", "127.0.0.1", "1 booking at a busy time", "Haircut")
                .doesNotContain("Dentist");
        var removal = owner.post(
                "/desk/calendars/" + lin + "/reading/removal",
                page,
                Map.of("place", day.place().toString()));
        assertThat(removal.status()).isEqualTo(303);
        assertThat(owner.get("/desk/calendars").words()).doesNotContain("busy time");
    }

    @Test
    void nobodyElseMakesOrEndsAnything() throws IOException {
        var guest = PageClient.of(port, day.guest());
        var page = guest.get("/account");
        for (var what : new String[] {"link", "link/end", "reading", "reading/now", "reading/removal"}) {
            var answer = guest.post(
                    "/desk/calendars/" + lin + "/" + what,
                    page,
                    Map.of("place", day.place().toString(), "address", address()));
            assertThat(answer.status()).as(what).isEqualTo(404);
        }
    }

    private PageClient.Answer read(String address) throws IOException {
        return owner.post(
                "/desk/calendars/" + lin + "/reading",
                owner.get("/desk/calendars"),
                Map.of("place", day.place().toString(), "address", address));
    }

    private String address() {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/lin.ics";
    }
}
