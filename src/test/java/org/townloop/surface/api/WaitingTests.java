package org.townloop.surface.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** Whoever has just paid may wait for the vouchers, and is answered when the payment is known. */
@TownTest
class WaitingTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Offers offers;

    private final TestSalon salon = TestSalon.with(2, 2);
    private final TestPeople resident = TestPeople.resident(salon.region());

    @Test
    void whoWaitsIsAnsweredWithTheVouchersOfWhatIsPaidMeanwhile() throws Exception {
        var client = new LoopClient(port);
        var order = client.hold(resident, haircut(), Instant.parse("2026-11-27T02:00:00Z"), "wait")
                .id();
        var page = client.pay(resident, order, "wait-pay").text("redirectUrl");
        var waiting = CompletableFuture.supplyAsync(() -> client.tokens(resident, order, "wait=20"));
        await().during(Duration.ofMillis(300)).until(() -> !waiting.isDone());
        client.press(page, "succeed");
        assertThat(waiting.get(20, TimeUnit.SECONDS)).hasSize(1);
    }

    @Test
    void whoDoesNotWaitIsAnsweredAtOnceAndWhoWaitsInVainAfterThat() throws Exception {
        var client = new LoopClient(port);
        var order = client.hold(resident, haircut(), Instant.parse("2026-11-27T03:00:00Z"), "vain")
                .id();
        assertThat(client.tokens(resident, order, "respond-async")).isEmpty();
        assertThat(client.tokens(resident, order, "wait=1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=7|7",
                "respond-async, wait=100|20",
                "respond-async; WAIT = \"3\"|3",
                "wait=-1|0",
                "await=4|0",
                "wait=99999999999|0",
                "wait|0",
                "''|0"
            })
    void aPreferenceIsReadAsItIsWrittenAndNeverWrong(String preference, long seconds) {
        assertThat(Waiting.of(List.of(preference))).hasSeconds(seconds);
    }

    private UUID haircut() {
        return switch (offers.write(salon.haircut())) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
