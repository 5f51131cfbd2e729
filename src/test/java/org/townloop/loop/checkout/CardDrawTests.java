package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.stored.Card;
import org.townloop.supply.TestSalon;

/** Somebody shows a card at the counter, and staff take something of it. */
@TownTest
class CardDrawTests extends CardDay {

    @Autowired
    ShownCards shown;

    @Autowired
    CardDrawing drawing;

    @Autowired
    DrawBook book;

    @Autowired
    Ledger ledger;

    @Test
    void whatIsTakenIsReleasedAtOnceAndOffTheCard() throws IOException {
        var card = bought(resident, gift(), 10_000, false);
        var draw = done(draw(code(card), 3_750, 0));
        assertThat(left(card)).isEqualTo(6_250);
        assertThat(released(draw)).isEqualTo(3_750);
        assertThat(book.get(staff(), draw).draw().shares().together()).isPositive();
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void ofAPassVisitsAreTakenAndTheLastTakesWhatDoesNotDivide() throws IOException {
        var card = bought(resident, pass(), 35_000, false);
        done(draw(code(card), 0, 2));
        assertThat(left(card)).isEqualTo(11_668);
        done(draw(code(card), 0, 1));
        assertThat(left(card)).isZero();
        assertThat(refused(shown.show(actor(resident), card.id()))).isEqualTo("card-not-good");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void aPressIsOneDrawHoweverOftenItIsSentAndACodeIsOnePress() throws IOException {
        var card = bought(resident, gift(), 10_000, false);
        var code = code(card);
        var wish = new CardDrawing.Wish(salon.place(), code, 1_000, 0);
        var staff = staff();
        var first = done(drawing.draw(staff, wish, "press " + code));
        assertThat(done(drawing.draw(staff, wish, "press " + code))).isEqualTo(first);
        assertThat(refused(draw(code, 1_000, 0))).isEqualTo("card-code-unknown");
        assertThat(left(card)).isEqualTo(9_000);
    }

    @Test
    void tooMuchOrNothingIsRefusedAndTheCodeStaysGood() throws IOException {
        var card = bought(resident, gift(), 10_000, false);
        var code = code(card);
        assertThat(refused(draw(code, 10_001, 0))).isEqualTo("card-draw-too-much");
        assertThat(refused(draw(code, 0, 0))).isEqualTo("card-draw-nothing");
        assertThat(refused(draw(code, -5, 1))).isEqualTo("card-draw-nothing");
        done(draw(code.toLowerCase(Locale.ROOT).replace("-", " "), 10_000, 0));
        assertThat(left(card)).isZero();
    }

    @Test
    void aCodeIsGoodForMinutesAndANewOneReplacesIt() throws IOException {
        var card = bought(resident, gift(), 10_000, false);
        var earlier = code(card);
        var later = code(card);
        assertThat(refused(draw(earlier, 1_000, 0))).isEqualTo("card-code-unknown");
        clock.move(Duration.ofMinutes(6));
        assertThat(refused(draw(later, 1_000, 0))).isEqualTo("card-code-unknown");
        assertThat(left(card)).isEqualTo(10_000);
    }

    @Test
    void onlyItsOwnerShowsItAndOnlyItsPlaceTakesOfIt() throws IOException {
        var card = bought(resident, gift(), 10_000, false);
        var stranger = TestPeople.resident(salon.region());
        assertThatThrownBy(() -> shown.show(actor(stranger), card.id())).isInstanceOf(Absent.class);
        var elsewhere = TestSalon.with(1, 1);
        var there = actor(
                TestPeople.merchantOf(elsewhere),
                new Grant(
                        Role.MERCHANT, elsewhere.region(), elsewhere.merchant().value(), null));
        var wish = new CardDrawing.Wish(elsewhere.place(), code(card), 1_000, 0);
        assertThat(refused(drawing.draw(there, wish, "x" + card.id()))).isEqualTo("card-code-unknown");
        var here = new CardDrawing.Wish(salon.place(), code(card), 1_000, 0);
        assertThatThrownBy(() -> drawing.draw(there, here, "y" + card.id())).isInstanceOf(Absent.class);
        var draw = done(draw(code(card), 1_000, 0));
        assertThatThrownBy(() -> book.undo(there, draw)).isInstanceOf(Absent.class);
    }

    @Test
    void onTheSameDayItIsUndoneOnceAndTheCardHasItAgain() throws IOException {
        var card = bought(resident, gift(), 10_000, false);
        var draw = done(draw(code(card), 4_000, 0));
        assertThat(book.mayBeUndone(book.get(staff(), draw))).isTrue();
        done(book.undo(staff(), draw));
        done(book.undo(staff(), draw));
        assertThat(left(card)).isEqualTo(10_000);
        assertThat(released(draw)).isZero();
        var kept = done(draw(code(card), 4_000, 0));
        clock.move(Duration.ofDays(1));
        assertThat(refused(book.undo(staff(), kept))).isEqualTo("draw-of-earlier-day");
        assertThat(left(card)).isEqualTo(6_000);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatAnOrderHasSetAsideIsNotThere() throws IOException {
        var card = bought(resident, gift(), 10_000, false);
        assertThat(book.today(salon.place())).isEmpty();
        done(draw(code(card), 9_000, 0));
        assertThat(refused(draw(code(card), 1_001, 0))).isEqualTo("card-draw-too-much");
        assertThat(book.today(salon.place())).hasSize(1);
    }

    private Outcome<UUID> draw(String code, long minor, int uses) {
        var wish = new CardDrawing.Wish(salon.place(), code, minor, uses);
        return drawing.draw(staff(), wish, UUID.randomUUID().toString());
    }

    private String code(Card card) {
        return done(shown.show(actor(resident), card.id())).text();
    }

    private long released(UUID draw) {
        return ledger.of(draw).orElseThrow().released().minor();
    }

    private Actor staff() {
        return merchant();
    }
}
