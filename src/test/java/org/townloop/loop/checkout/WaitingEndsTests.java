package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.supply.TestHotel;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.offer.Table;

/** What becomes of those who wait when money is late, when nothing has to be paid, and when something fails; and for what nobody waits. */
@TownTest
class WaitingEndsTests extends FullClass {

    @Test
    void whoPaysTooLateForASeatThatIsGoneMayWaitAgain() throws IOException {
        var waits = joined();
        calledOff(0);
        offered(waits);
        var page = client.pay(waits.who(), orderOf(waits), "p").text("redirectUrl");
        BeforeTheJobs.run(town, () -> {
            clock.move(Duration.ofMinutes(31));
            assertThat(booked("stranger")).isTrue();
            client.press(page, "succeed");
            await().until(() -> state(waits).equals("MISSED"));
        });
        assertThat(join(waits.who()).status()).isEqualTo(201);
        assertThat(taken()).isEqualTo(3);
    }

    @Test
    void whatCostsNothingIsBookedAndSaidToBe() throws IOException {
        var session = new Session(1, List.of(), Set.of(LocalDateTime.parse("2026-11-27T14:00")), Set.of());
        yoga = written(free(TestOffers.yoga(school, school.staff().getFirst(), session)));
        var start = FRIDAY.plus(Duration.ofHours(4));
        var held = client.hold(full, yoga.id().value(), start, "free");
        assertThat(held.text("state")).as(held.body().toString()).isEqualTo("PAID");
        var waits = joined();
        assertThat(client.cancel(full, held.id(), "c").status()).isEqualTo(200);
        await().until(() -> {
            freed.offerDue(100);
            return state(waits).equals("TAKEN");
        });
        assertThat(booked(waits)).isEqualTo("true");
    }

    @Test
    void whatFailsIsTriedAgainLaterAndKeepsNoOtherBack() {
        var broken = wishForNothing();
        freed.offerDue(1_000);
        assertThat(lookAt(broken)).isAfter(clock.instant());
    }

    @Test
    void nobodyWaitsForWhatHasToBeChosenFirst() throws IOException {
        var restaurant = TestSalon.with(1, 0).asRestaurant();
        var table = TestOffers.table(restaurant, new Table(1, 9, 5, 30));
        assertThat(Waiting.isFor(written(table))).isTrue();
        var menu = restaurant.setMenu(5).menu();
        var cut = TestSalon.with(1, 1).haircut();
        assertThat(Waiting.isFor(written(with(cut, menu, cut.price())))).isFalse();
    }

    @Test
    void nobodyWaitsForADayOrForNights() throws IOException {
        var restaurant = TestSalon.with(1, 0).asRestaurant();
        var hotel = TestHotel.in(TestSalon.with(1, 0));
        for (var offer : List.of(restaurant.setMenu(5), hotel.nights(hotel.rooms(1), 1, 5))) {
            var wish = client.post(
                    full,
                    "/api/waits",
                    "",
                    Map.of(
                            "offerId", written(offer).id().value(),
                            "from", "2026-11-27T00:00:00+08:00",
                            "to", "2026-11-28T00:00:00+08:00"));
            assertThat(wish.text("type")).endsWith("no-line-for-it");
        }
    }

    private static NewOffer free(NewOffer offer) {
        return with(offer, offer.menu(), Money.of(0, "CNY"));
    }

    private static NewOffer with(NewOffer offer, SetMenu menu, Money price) {
        return new NewOffer(
                null,
                offer.place(),
                offer.pack(),
                offer.title(),
                offer.description(),
                price,
                offer.duration(),
                offer.bufferBefore(),
                offer.bufferAfter(),
                offer.resourceKind(),
                offer.attributes(),
                offer.staff(),
                offer.mode(),
                offer.arrangement(),
                menu,
                true);
    }

    /** Of an offer that is not there. */
    private UUID wishForNothing() {
        var id = Ids.next(school.region(), clock.instant());
        TestTown.jdbc()
                .sql("""
                    insert into ordering.wait (region_id, id, resident_id, place_id, offer_id, from_at, to_at, quantity,
                        joined_at, state, look_at)
                    values (?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, 1, ?::timestamptz, 'WAITING', ?::timestamptz)
                    """)
                .params(
                        school.region().number(),
                        id,
                        TestPeople.resident(school.region()).id(),
                        school.place().value(),
                        Ids.next(school.region(), clock.instant()),
                        FRIDAY.toString(),
                        FRIDAY.plusSeconds(3_600).toString(),
                        clock.instant().toString(),
                        clock.instant().toString())
                .update();
        return id;
    }

    private static Instant lookAt(UUID wish) {
        return TestTown.jdbc()
                .sql("select look_at from ordering.wait where id = ?")
                .param(wish)
                .query((row, number) -> row.getTimestamp("look_at").toInstant())
                .single();
    }

    private static String booked(Waits waits) {
        return TestTown.jdbc()
                .sql("select facts ->> 'booked' from notice.notice where person_id = ? and occasion = 'freed'")
                .param(waits.who().id())
                .query(String.class)
                .single();
    }
}
