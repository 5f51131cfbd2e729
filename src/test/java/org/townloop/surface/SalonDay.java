package org.townloop.surface;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** A hairdresser's with a guest, a counter and an owner, where an hour's haircut is sold. */
public record SalonDay(
        LoopClient client, TestSalon salon, UUID haircut, TestPeople guest, TestPeople counter, TestPeople owner) {

    /** Thursday at three in the afternoon of the salon, on the day on which the test clock stands. */
    public static final Instant AT_THREE = Instant.parse("2026-11-26T07:00:00Z");

    /** When that day begins. */
    public static final Instant TODAY = Instant.parse("2026-11-25T16:00:00Z");

    public static SalonDay open(int port, Offers offers) {
        return selling(port, offers, Words.of("Haircut", "剪发"));
    }

    public static SalonDay selling(int port, Offers offers, Words title) {
        return selling(port, offers, title, 1);
    }

    /** One with so many chairs, and as many who cut. */
    static SalonDay selling(int port, Offers offers, Words title, int chairs) {
        var salon = TestSalon.with(chairs, chairs);
        return new SalonDay(
                new LoopClient(port),
                salon,
                offered(offers, titled(salon.haircut(), title)),
                TestPeople.resident(salon.region()),
                TestPeople.counterOf(salon),
                TestPeople.merchantOf(salon));
    }

    /** A house that sells a set menu, the same for every day. */
    public static SalonDay dining(int port, Offers offers) {
        var house = TestSalon.with(1, 1).asRestaurant();
        return new SalonDay(
                new LoopClient(port),
                house,
                offered(offers, house.setMenu(10)),
                TestPeople.resident(house.region()),
                TestPeople.counterOf(house),
                TestPeople.merchantOf(house));
    }

    /** A menu with fish. */
    public UUID fish(Instant day) throws IOException {
        return fish(day, 1);
    }

    /** So many menus with fish. */
    UUID fish(Instant day, int quantity) throws IOException {
        var order = client.post(
                guest,
                "/api/orders",
                UUID.randomUUID().toString(),
                Map.of(
                        "offerId",
                        haircut,
                        "slotStart",
                        day.toString(),
                        "quantity",
                        quantity,
                        "answers",
                        Map.of("main", "fish")));
        if (order.status() != 201) {
            throw new AssertionError(order.body());
        }
        return paid(order.id());
    }

    public UUID held(Instant start) throws IOException {
        var order = client.hold(guest, haircut, start, UUID.randomUUID().toString());
        if (order.status() != 201) {
            throw new AssertionError(order.body());
        }
        return order.id();
    }

    public UUID paid(Instant start) throws IOException {
        return paid(held(start));
    }

    /** So many at the same time, a voucher for each. */
    UUID paid(Instant start, int quantity) throws IOException {
        var order = client.post(
                guest,
                "/api/orders",
                UUID.randomUUID().toString(),
                Map.of("offerId", haircut, "slotStart", start.toString(), "quantity", quantity));
        if (order.status() != 201) {
            throw new AssertionError(order.body());
        }
        return paid(order.id());
    }

    private UUID paid(UUID order) throws IOException {
        var payment = client.pay(guest, order, UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(guest, order, "PAID");
        return order;
    }

    public String token(UUID order) throws IOException {
        return client.tokens(guest, order).getFirst();
    }

    public UUID place() {
        return salon.place().value();
    }

    /** The counter redeems it; what was its visit. */
    public UUID visited(UUID order) throws IOException {
        client.redeem(counter, token(order), UUID.randomUUID().toString());
        return UUID.fromString(client.order(guest, order, "SETTLED").text("visitId"));
    }

    private static UUID offered(Offers offers, NewOffer offer) {
        return switch (offers.write(offer)) {
            case Outcome.Done<Offer>(var written) -> written.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static NewOffer titled(NewOffer offer, Words title) {
        return new NewOffer(
                offer.id(),
                offer.place(),
                offer.pack(),
                title,
                offer.description(),
                offer.price(),
                offer.duration(),
                offer.bufferBefore(),
                offer.bufferAfter(),
                offer.resourceKind(),
                offer.attributes(),
                offer.staff(),
                offer.active());
    }
}
