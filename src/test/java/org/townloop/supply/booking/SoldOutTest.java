package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/** What is full is told from memory, and never longer than it is true. */
class SoldOutTest {

    private static final PlaceId PLACE = new PlaceId(UUID.randomUUID());
    private static final OfferId CUT = new OfferId(UUID.randomUUID());
    private static final Wish THREE = Wish.at(Instant.parse("2026-11-28T07:00:00Z"), 1);
    private static final Refusal TAKEN = Refusal.of(BookingReason.SLOT_TAKEN, "slotStart");

    private final TestClock clock = new TestClock();
    private final SoldOut soldOut = new SoldOut(clock);

    @BeforeEach
    void refusedOnce() {
        soldOut.at(PLACE).note(CUT, THREE, TAKEN);
    }

    @Test
    void theNextIsToldTheSame() {
        assertThat(soldOut.at(PLACE).refusal(CUT, THREE)).contains(TAKEN);
    }

    @Test
    void anotherTimeOrNumberOrOfferIsAnotherQuestion() {
        var here = soldOut.at(PLACE);
        assertThat(here.refusal(CUT, Wish.at(THREE.start().plusSeconds(900), 1)))
                .isEmpty();
        assertThat(here.refusal(CUT, Wish.at(THREE.start(), 2))).isEmpty();
        assertThat(here.refusal(new OfferId(UUID.randomUUID()), THREE)).isEmpty();
        assertThat(soldOut.at(new PlaceId(UUID.randomUUID())).refusal(CUT, THREE))
                .isEmpty();
    }

    @Test
    void aChangeAtThePlaceMakesItForget() {
        soldOut.forget(PLACE);
        assertThat(soldOut.at(PLACE).refusal(CUT, THREE)).isEmpty();
    }

    @Test
    void whatWasAskedBeforeAChangeIsNotRememberedAfterIt() {
        soldOut.forget(PLACE);
        var before = soldOut.at(PLACE);
        soldOut.forget(PLACE);
        before.note(CUT, THREE, TAKEN);
        assertThat(soldOut.at(PLACE).refusal(CUT, THREE)).isEmpty();
    }

    /** A hold that runs out tells nobody at once. */
    @Test
    void aSecondLaterTheCalendarIsAskedAgain() {
        clock.set(clock.instant().plusMillis(999));
        assertThat(soldOut.at(PLACE).refusal(CUT, THREE)).isPresent();
        clock.set(clock.instant().plusMillis(1));
        assertThat(soldOut.at(PLACE).refusal(CUT, THREE)).isEmpty();
    }

    /** As many as one place may have noted, and no more; what has run out makes room. */
    @Test
    void aFullPageIsWipedOfWhatHasRunOut() {
        var here = soldOut.at(PLACE);
        for (int i = 1; i < SoldOut.MOST_OF_A_PLACE; i++) {
            here.note(CUT, Wish.at(THREE.start().plusSeconds(i), 1), TAKEN);
        }
        var next = Wish.at(THREE.start().plusSeconds(900), 1);
        here.note(CUT, next, TAKEN);
        assertThat(here.refusal(CUT, next)).as("the page is full").isEmpty();
        clock.set(clock.instant().plusMillis(1000));
        here.note(CUT, next, TAKEN);
        assertThat(here.refusal(CUT, next)).contains(TAKEN);
    }

    @Test
    void onlyWhatIsFullIsRemembered() {
        var other = Wish.at(THREE.start().plusSeconds(900), 1);
        soldOut.at(PLACE).note(CUT, other, Refusal.of(BookingReason.NOT_OPEN, "slotStart"));
        assertThat(soldOut.at(PLACE).refusal(CUT, other)).isEmpty();
    }
}
