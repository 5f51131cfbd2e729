package org.townloop.loop.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.ByQuote;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.pack.PackId;
import tools.jackson.databind.json.JsonMapper;

/** A removal firm of three, and a resident who moves. */
record MovingDay(LoopClient client, TestSalon firm, Offer moving, TestPeople resident) {

    /** Ten on Tuesday morning, 1 December. */
    static final Instant TUESDAY = Instant.parse("2026-12-01T02:00:00Z");

    /** Midnight before Monday. */
    static final Instant SUNDAY_NIGHT = Instant.parse("2026-11-29T16:00:00Z");

    static MovingDay open(int port, Offers offers) {
        var firm = TestSalon.with(3, 1);
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'movers' where region_id = ? and id = ?")
                .params(firm.region().number(), firm.place().value())
                .update();
        return new MovingDay(
                new LoopClient(port), firm, done(offers.write(moving(firm))), TestPeople.resident(firm.region()));
    }

    private static NewOffer moving(TestSalon firm) {
        return new NewOffer(
                null,
                firm.place(),
                new PackId("movers"),
                Words.of("Moving house", "居民搬家"),
                Words.of("", ""),
                Money.of(80_000, "CNY"),
                java.time.Duration.ZERO,
                java.time.Duration.ZERO,
                java.time.Duration.ZERO,
                null,
                JsonMapper.builder().build().readTree("{\"kinds\": [\"homes\"]}"),
                Set.copyOf(firm.staff()),
                "by-quote",
                new ByQuote(true, true, true, 2),
                SetMenu.NONE,
                true);
    }

    NewRequest wanted() {
        return new NewRequest(
                moving.id(),
                "Two rooms, a wardrobe, an upright piano.",
                "in the first week of December",
                "",
                "Kingfisher Lane 7",
                "Willow Street 12",
                Map.of("home", "twoRooms", "floorFrom", "3", "floorTo", "6"),
                List.of());
    }

    /** 1,100.01 in two stages, by two of the three on Tuesday from ten to two. */
    NewQuotation quotation() {
        return new NewQuotation(
                List.of(
                        new QuoteLine("Lorry and three people", money(100_001)),
                        new QuoteLine("Piano down three floors", money(20_000)),
                        new QuoteLine("Weekday rebate", money(-10_000))),
                List.of(
                        new NewQuotation.NewStage("Loaded", money(36_667), Due.AT_ACCEPTANCE, 0),
                        new NewQuotation.NewStage("All in place", money(73_334), Due.WHEN_DONE, 0)),
                SUNDAY_NIGHT,
                new Work(TUESDAY, 240, 1, Set.copyOf(firm.staff().subList(0, 2))),
                "");
    }

    static Money money(long minor) {
        return Money.of(minor, "CNY");
    }

    Actor resides() {
        return new Actor(new PersonId(resident.id()), "Li", firm.region(), Locale.ENGLISH, List.of());
    }

    Actor runs() {
        return new Actor(
                new PersonId(TestPeople.merchantOf(firm).id()),
                "Zhou",
                firm.region(),
                Locale.ENGLISH,
                List.of(new Grant(Role.MERCHANT, firm.region(), firm.merchant().value(), null)));
    }

    void pay(OrderId order) throws IOException {
        var payment = client.pay(resident, order.value(), UUID.randomUUID().toString());
        assertThat(payment.status()).as(payment.body().toString()).isEqualTo(201);
        client.press(payment.text("redirectUrl"), "succeed");
    }

    void redeem(OrderId order) throws IOException {
        var token = client.tokens(resident, order.value()).getFirst();
        assertThat(client.redeem(
                                TestPeople.counterOf(firm),
                                token,
                                UUID.randomUUID().toString())
                        .path("outcome")
                        .asString())
                .isEqualTo("REDEEMED");
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    static Object reason(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.reason() : "done";
    }
}
