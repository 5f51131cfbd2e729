package org.townloop.surface.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TownTest;
import org.townloop.base.notice.Mail;
import org.townloop.base.notice.Sms;
import org.townloop.surface.PageClient;

/** Where somebody who tries the demo looks for their code. */
@TownTest
class InboxTests {

    @LocalServerPort
    int port;

    @Autowired
    SandboxInbox inbox;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"+8613955501234", "13955501234", "139 5550 1234", "008613955501234", "01234"})
    void aNumberIsFoundHoweverItIsWritten(String typed) {
        inbox.send(new Sms("inbox-number", "+8613955501234", "Your code: 271828"));
        inbox.send(new Sms("inbox-other", "+8613955509999", "Your code: 314159"));
        assertThat(texts(typed)).containsExactly("Your code: 271828");
    }

    @Test
    void anAddressIsNoNumberAndAFewDigitsAreNobody() {
        var address = UUID.randomUUID() + "@example.com";
        inbox.send(new Mail(address, address, "Hello", "Your code: 161803", "en", null));
        inbox.send(new Sms("inbox-number", "+8613955501234", "Your code: 271828"));
        assertThat(texts(address.toUpperCase(java.util.Locale.ROOT))).containsExactly("Your code: 161803");
        assertThat(texts("234")).isEmpty();
    }

    @Test
    void theTimeIsThatOfTheTown() throws IOException {
        var number = "+8613955507777";
        var then = Clock.fixed(Instant.parse("2026-11-25T22:30:00Z"), ZoneOffset.UTC);
        new SandboxInbox(jdbc, then).send(new Sms("inbox-" + UUID.randomUUID(), number, "Your code: 141421"));
        assertThat(PageClient.visitor(port).get("/sandbox/inbox?to=13955507777").words())
                .contains("141421")
                .contains("2026-11-26 06:30:00");
    }

    private List<String> texts(String typed) {
        return inbox.newest(typed, 10).stream().map(SandboxInbox.Message::body).toList();
    }
}
