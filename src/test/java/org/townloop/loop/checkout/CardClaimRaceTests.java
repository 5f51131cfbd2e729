package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.townloop.Race;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.stored.Gifts;
import org.townloop.loop.stored.StoredReason;
import org.townloop.loop.stored.UnguardedGifts;

/**
 * Two people claim one gift at once. Who claims locks the card; and a card that has an owner gets no other. Either lets one
 * of them have it; without both each believes that it is theirs.
 */
@TownTest
class CardClaimRaceTests extends CardDay {

    private static final String MINE = "mine";

    @Autowired
    Gifts gifts;

    @Autowired
    ApplicationContext town;

    @Test
    void withTheLockAloneTheSecondHearsThatItWasClaimed() throws IOException {
        assertThat(both(true, false)).containsExactlyInAnyOrder(MINE, StoredReason.GIFT_CLAIMED);
    }

    @Test
    void withTheGuardAloneTheSecondHearsThatItWasClaimed() throws IOException {
        assertThat(both(false, true)).containsExactlyInAnyOrder(MINE, StoredReason.GIFT_CLAIMED);
    }

    /** The control. */
    @Test
    void withoutBothItIsClaimedTwice() throws IOException {
        assertThat(both(false, false)).containsExactly(MINE, MINE);
    }

    private List<Object> both(boolean locked, boolean guarded) throws IOException {
        var gift = bought(resident, gift(), 10_000, true);
        var secret = done(gifts.link(actor(resident), gift.id()));
        var read = new CyclicBarrier(2);
        var loose = UnguardedGifts.of(town, locked, guarded, () -> Barriers.meet(read));
        var rivals = List.of(TestPeople.resident(salon.region()), TestPeople.resident(salon.region()));
        return Race.of(2, hand -> said(loose.claim(actor(rivals.get(hand)), secret)));
    }

    private static Object said(Outcome<CardId> outcome) {
        return outcome instanceof Outcome.Refused<CardId>(var refusal) ? refusal.reason() : MINE;
    }
}
