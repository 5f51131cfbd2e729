package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestCleaners;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** A firm of two who clean homes together, and a resident who wants them to. */
record CleaningDay(LoopClient client, TestCleaners firm, UUID cleaning, TestPeople resident) {

    static final String ADDRESS = "Kingfisher Lane 7, house 2";

    static CleaningDay open(int port, Offers offers) {
        var firm = TestCleaners.with(2);
        return switch (offers.write(firm.cleaning(2, 60))) {
            case Outcome.Done<Offer>(var offer) ->
                new CleaningDay(
                        new LoopClient(port),
                        firm,
                        offer.id().value(),
                        TestPeople.resident(firm.house().region()));
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    /** @param window when it begins within which they come */
    UUID paid(Instant window) throws IOException {
        var hold = client.post(
                resident,
                "/api/orders",
                UUID.randomUUID().toString(),
                Map.of(
                        "offerId",
                        cleaning,
                        "slotStart",
                        window.toString(),
                        "site",
                        Map.of("address", ADDRESS, "lat", 30.28, "lon", 119.72)));
        assertThat(hold.status()).as(hold.body().toString()).isEqualTo(201);
        var payment = client.pay(resident, hold.id(), UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, hold.id(), "PAID");
        return hold.id();
    }
}
