package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.townloop.base.identity.PersonId;
import org.townloop.loop.ordering.Pays;

class BuyerTest {

    @ParameterizedTest
    @CsvSource({
        "18:00, 14:00", // long enough ahead: two hours
        "13:00, 13:00", // not beyond its own beginning
        "12:04, 12:10", // but long enough to pay
        "00:00, 14:00", // a day that has begun
    })
    void aLinkWaitsNoLongerThanItsTime(String start, String until) {
        var day = "2026-11-26T";
        var buyer = new Buyer(new PersonId(UUID.randomUUID()), Pays.ESCROW, Duration.ofHours(2), false);
        assertThat(buyer.keptUntil(Instant.parse(day + start + ":00Z"), Instant.parse(day + "12:00:00Z")))
                .isEqualTo(Instant.parse(day + until + ":00Z"));
    }
}
