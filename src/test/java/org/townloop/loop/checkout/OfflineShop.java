package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestDevice;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** A salon whose counters lose the network, with a guest who pays. */
final class OfflineShop {

    /** Saturday at nine of the salon's clock. */
    static final Instant FIRST = Instant.parse("2026-11-28T01:00:00Z");

    private static final int SEATS = 20;
    private static final int HOURS_OPEN = 9;

    private final LoopClient client;
    private final TestClock clock;
    private final TestSalon salon;
    private final TestPeople guest;
    private final TestPeople counter;
    private final TestPeople merchant;
    private final UUID haircut;
    private int hour;
    private int seatsTaken;

    OfflineShop(int port, Offers offers, TestClock clock) {
        this.client = new LoopClient(port);
        this.clock = clock;
        this.salon = TestSalon.with(SEATS, SEATS);
        this.guest = TestPeople.resident(salon.region());
        this.counter = TestPeople.counterOf(salon);
        this.merchant = TestPeople.merchantOf(salon);
        this.haircut = switch (offers.write(salon.haircut())) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    LoopClient client() {
        return client;
    }

    TestSalon salon() {
        return salon;
    }

    TestPeople guest() {
        return guest;
    }

    TestPeople counter() {
        return counter;
    }

    TestPeople merchant() {
        return merchant;
    }

    TestDevice device(String name) throws IOException {
        return TestDevice.enrol(client, counter, salon, clock, name);
    }

    /** An hour's haircut that is paid. */
    UUID paid() throws IOException {
        return paid(1);
    }

    /** As many haircuts at one time, a voucher for each. */
    UUID paid(int quantity) throws IOException {
        if (seatsTaken + quantity > SEATS) {
            seatsTaken = 0;
            hour++;
        }
        seatsTaken += quantity;
        var start = FIRST.plus(Duration.ofDays(hour / HOURS_OPEN)).plus(Duration.ofHours(hour % HOURS_OPEN));
        var order = client.post(
                guest,
                "/api/orders",
                UUID.randomUUID().toString(),
                Map.of("offerId", haircut, "slotStart", start.toString(), "quantity", quantity));
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        var payment = client.pay(guest, order.id(), UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(guest, order.id(), "PAID");
        return order.id();
    }

    String token(UUID order) throws IOException {
        return client.tokens(guest, order).getFirst();
    }

    String state(UUID order) throws IOException {
        return client.order(guest, order).text("state");
    }

    long released(UUID order) throws IOException {
        return client.order(guest, order).body().at("/money/released/minor").asLong();
    }

    long refunded(UUID order) throws IOException {
        return client.order(guest, order).body().at("/money/refunded/minor").asLong();
    }

    LoopClient.Answer cancel(UUID order) throws IOException {
        return client.cancel(guest, order, UUID.randomUUID().toString());
    }

    /** What the tables say. */
    static <T> T ask(Class<T> type, String sql, Object... parameters) {
        return TestTown.jdbc().sql(sql).params(parameters).query(type).single();
    }

    UUID voucher(UUID order) {
        return ask(UUID.class, "select id from voucher.voucher where order_id = ? order by unit limit 1", order);
    }

    static List<String> outcomes(List<tools.jackson.databind.JsonNode> results) {
        return results.stream().map(result -> result.path("outcome").asString()).toList();
    }

    UUID newId() {
        return Ids.next(salon.region(), clock.instant());
    }
}
