package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.Gifts;

/** What owners and buyers of cards are told. */
@TownTest
class CardLetterTests extends CardDay {

    @Autowired
    CardReminders reminders;

    @Autowired
    CardExpiry expiry;

    @Autowired
    ShownCards shown;

    @Autowired
    CardDrawing drawing;

    @Autowired
    Gifts gifts;

    @Test
    void whoBoughtACardIsToldAndSoIsItsOwnerOfWhatIsTakenOfIt() throws IOException {
        var card = bought(resident, gift(), 10_000, false);
        await().untilAsserted(() -> assertThat(told(resident, card)).containsExactly("CARD_BOUGHT 10000"));
        var code = done(shown.show(actor(resident), card.id())).text();
        var wish = new CardDrawing.Wish(salon.place(), code, 3_750, 0);
        done(drawing.draw(merchant(), wish, UUID.randomUUID().toString()));
        await().untilAsserted(() ->
                assertThat(told(resident, card)).containsExactlyInAnyOrder("CARD_BOUGHT 10000", "CARD_DRAWN 3750"));
    }

    @Test
    void whoGaveACardAwayIsToldOnceThatItWasClaimedAndNothingOfItsUse() throws IOException {
        var card = bought(resident, gift(), 10_000, true);
        var friend = TestPeople.resident(salon.region());
        var secret = done(gifts.link(actor(resident), card.id()));
        done(gifts.claim(actor(friend), secret));
        done(gifts.claim(actor(friend), secret));
        var code = done(shown.show(actor(friend), card.id())).text();
        done(drawing.draw(merchant(), new CardDrawing.Wish(salon.place(), code, 500, 0), "draw " + card.id()));
        await().untilAsserted(() -> assertThat(told(friend, card)).containsExactly("CARD_DRAWN 500"));
        await().untilAsserted(() ->
                assertThat(told(resident, card)).containsExactlyInAnyOrder("CARD_BOUGHT 10000", "CARD_CLAIMED 10000"));
    }

    @Test
    void thirtyDaysBeforeItRunsOutItsOwnerIsToldOnceIfSomethingIsLeft() throws IOException {
        var card = bought(resident, gift(), 10_000, false);
        endsIn(card, Duration.ofDays(31));
        remind();
        assertThat(ending(card)).isEmpty();
        endsIn(card, Duration.ofDays(29));
        remind();
        remind();
        await().untilAsserted(() -> assertThat(ending(card)).containsExactly("CARD_ENDING 10000"));

        var empty = bought(resident, gift(), 10_000, false);
        var code = done(shown.show(actor(resident), empty.id())).text();
        done(drawing.draw(merchant(), new CardDrawing.Wish(salon.place(), code, 10_000, 0), "all " + empty.id()));
        endsIn(empty, Duration.ofDays(29));
        remind();
        assertThat(ending(empty)).isEmpty();
    }

    @Test
    void aCardThatIsGoodForAMonthIsNotToldOfOnTheDayItIsBought() throws IOException {
        var card = bought(resident, gift(), 10_000, false);
        TestTown.jdbc()
                .sql("update stored.card set expires_at = sold_at + interval '30 days' where id = ?")
                .param(card.id().value())
                .update();
        remind();
        assertThat(ending(card)).isEmpty();
        clock.move(Duration.ofDays(16));
        remind();
        await().untilAsserted(() -> assertThat(ending(card)).hasSize(1));
    }

    @Test
    void whatRanOutWithSomethingOnItIsTold() throws IOException {
        var card = bought(resident, gift(), 10_000, true);
        endsIn(card, Duration.ofMinutes(-1));
        await().untilAsserted(() -> {
            expiry.expire(1_000);
            assertThat(told(resident, card))
                    .as("nobody has claimed it: who bought it is told")
                    .contains("CARD_RAN_OUT 10000");
        });
    }

    private void endsIn(Card card, Duration left) {
        TestTown.jdbc()
                .sql("update stored.card set sold_at = ?, expires_at = ? where id = ?")
                .params(
                        Timestamp.from(clock.instant().minus(Duration.ofDays(300))),
                        Timestamp.from(clock.instant().plus(left)),
                        card.id().value())
                .update();
    }

    /** The job of the town may hold some of them at that moment, and tells them then. */
    private void remind() {
        reminders.remind(1_000);
    }

    private List<String> ending(Card card) {
        return told(resident, card).stream()
                .filter(told -> told.startsWith("CARD_ENDING"))
                .toList();
    }

    private static List<String> told(TestPeople who, Card card) {
        return TestTown.jdbc()
                .sql("""
                    select kind || ' ' || (facts ->> 'totalMinor') from notice.notice
                    where person_id = ? and subject_id = ? order by created_at, kind
                    """)
                .params(who.id(), card.id().value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
