package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestHotel;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Deposit;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import tools.jackson.databind.JsonNode;

/** A place that sells for a deposit, somebody who books there, and somebody at its counter. */
record DepositDay(Offers offers, LoopClient client, TestSalon salon, TestPeople resident, TestPeople counter) {

    static DepositDay at(int port, Offers offers) {
        var salon = TestSalon.with(1, 1);
        return new DepositDay(
                offers, new LoopClient(port), salon, TestPeople.resident(salon.region()), TestPeople.counterOf(salon));
    }

    UUID haircut(int percent) {
        return offer(salon.haircut().withDeposit(new Deposit(percent)));
    }

    /** Three rooms; a night is 288, on Fridays and Saturdays 388. */
    UUID rooms(int percent) {
        var hotel = TestHotel.in(salon);
        return offer(hotel.nights(hotel.rooms(3), 1, 14).withDeposit(new Deposit(percent)));
    }

    /** A room for 288 a night, on Fridays and Saturdays for 1,000. */
    UUID dearWeekend(int percent) {
        var hotel = TestHotel.in(salon);
        return offer(hotel.nights(hotel.rooms(1), 1, 14, 100_000).withDeposit(new Deposit(percent)));
    }

    UUID offer(NewOffer offer) {
        return switch (offers.write(offer)) {
            case Outcome.Done<Offer>(var written) -> written.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    LoopClient.Answer hold(UUID offer, Instant start, @Nullable Instant end, int quantity) throws IOException {
        var wanted = new HashMap<String, Object>();
        wanted.put("offerId", offer);
        wanted.put("slotStart", start.toString());
        wanted.put("quantity", quantity);
        if (end != null) {
            wanted.put("slotEnd", end.toString());
            wanted.put("answers", Map.of("guests", "2"));
        }
        var order = client.post(resident, "/api/orders", UUID.randomUUID().toString(), wanted);
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        return order;
    }

    UUID paid(UUID offer, Instant start, @Nullable Instant end, int quantity) throws IOException {
        return pay(hold(offer, start, end, quantity).id());
    }

    UUID pay(UUID order) throws IOException {
        var payment = client.pay(resident, order, UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order, "PAID");
        return order;
    }

    LoopClient.Answer move(UUID order, Instant start, @Nullable Long balance, String key) throws IOException {
        var wanted = new HashMap<String, Object>();
        wanted.put("slotStart", start.toString());
        if (balance != null) {
            wanted.put("balance", Map.of("minor", balance, "currency", "CNY"));
        }
        return client.post(resident, "/api/orders/" + order + "/move", key, wanted);
    }

    String redeem(UUID order, int unit) throws IOException {
        var token = client.tokens(resident, order).get(unit - 1);
        return client.redeem(counter, token, "n" + unit).path("outcome").asString();
    }

    /** Amounts of the order as its resident sees it. */
    List<Long> minor(UUID order, String... paths) throws IOException {
        return minor(client.order(resident, order).body(), paths);
    }

    static List<Long> minor(JsonNode body, String... paths) {
        return Stream.of(paths)
                .map(path -> body.at("/" + path + "/minor").asLong())
                .toList();
    }

    Actor staff() {
        return new Actor(
                new PersonId(counter.id()),
                "Lin",
                salon.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.COUNTER,
                        salon.region(),
                        salon.merchant().value(),
                        salon.place().value())));
    }

    static Object reason(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.reason() : "done";
    }
}
