package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestDevice;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.WalkIn;

/** What was sold is judged by the days that were blocked when it was sold, also beside what was sold later. */
@TownTest
class BlockedDayTests {

    /** When Saturday begins in Willow Creek; noon of Sunday, which the later version blocks. */
    private static final Instant SATURDAY = Instant.parse("2026-11-27T16:00:00Z");

    private static final Instant SUNDAY_NOON = SATURDAY.plus(Duration.ofHours(36));
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 29);

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    private LoopClient client;
    private TestPeople resident;
    private TestPeople counter;
    private TestSalon house;
    private String soldBefore;
    private String soldAfter;

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START);
        client = new LoopClient(port);
        house = TestSalon.with(1, 0).asRestaurant();
        resident = TestPeople.resident(house.region());
        counter = TestPeople.counterOf(house);
        var offer = written(null, Set.of());
        soldBefore = bought(offer);
        written(offer, Set.of(SUNDAY));
        soldAfter = bought(offer);
    }

    @Test
    void aDayThatALaterVersionBlocksIsNotBlockedForWhatWasSoldBefore() throws IOException {
        clock.set(SUNDAY_NOON);
        var items = List.of(Map.of("token", soldBefore, "nonce", "n1"), Map.of("token", soldAfter, "nonce", "n2"));
        var results = client.post(counter, "/api/redemptions", "", Map.of("items", items))
                .body()
                .path("results");

        assertThat(OfflineShop.outcomes(results.valueStream().toList())).containsExactly("REDEEMED", "EXPIRED");
    }

    /** Whoever served the guest with no network has waived the block. */
    @Test
    void whatWasTakenWithNoNetworkIsGoodOnABlockedDayToo() throws IOException {
        var device = TestDevice.enrol(client, counter, house, clock, "Till");
        clock.set(SUNDAY_NOON);
        device.accept(soldAfter);

        assertThat(OfflineShop.outcomes(device.sync())).containsExactly("REDEEMED");
    }

    private OfferId written(@Nullable OfferId again, Set<LocalDate> blocked) {
        var menu = house.setMenu(new WalkIn(10, 3, null, blocked));
        var offer = new NewOffer(
                again,
                menu.place(),
                menu.pack(),
                menu.title(),
                menu.description(),
                menu.price(),
                menu.duration(),
                menu.bufferBefore(),
                menu.bufferAfter(),
                menu.resourceKind(),
                menu.attributes(),
                menu.staff(),
                menu.mode(),
                menu.arrangement(),
                menu.menu(),
                true);
        return switch (offers.write(offer)) {
            case Outcome.Done<Offer>(var done) -> done.id();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private String bought(OfferId offer) throws IOException {
        var order = client.post(
                        resident,
                        "/api/orders",
                        UUID.randomUUID().toString(),
                        Map.of(
                                "offerId",
                                offer.value(),
                                "slotStart",
                                SATURDAY.toString(),
                                "answers",
                                Map.of("main", "fish")))
                .id();
        var payment = client.pay(resident, order, UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order, "PAID");
        return client.tokens(resident, order).getFirst();
    }
}
