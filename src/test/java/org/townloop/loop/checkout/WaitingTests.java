package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.townloop.Race;
import org.townloop.TestPeople;
import org.townloop.TownTest;

/** Who waits for a class that is full is offered what becomes free, in the order in which they joined, and nobody twice. */
@TownTest
class WaitingTests extends FullClass {

    @Test
    void twoFreedSeatsGoToTheFirstTwoOfThreeAndThenToTheThird() throws IOException {
        var first = joined();
        var second = joined();
        var third = joined();
        calledOff(0);
        calledOff(1);
        offered(first);
        offered(second);
        freed.offerDue(100);
        assertThat(state(third)).isEqualTo("WAITING");
        assertThat(taken()).isEqualTo(3);
        assertThat(client.hold(TestPeople.resident(school.region()), yoga.id().value(), FRIDAY, "h")
                        .status())
                .isEqualTo(409);

        pays(first);
        await().until(() -> state(first).equals("TAKEN"));
        clock.move(Duration.ofMinutes(31));
        await().until(() -> state(second).equals("MISSED"));
        offered(third);
        assertThat(taken()).isEqualTo(3);
        assertThat(told(second)).isEqualTo(1);
    }

    @Test
    void aStrangerWhoBooksAtThatMomentAndWhoWaitsNeverBothGetIt() throws IOException {
        var waits = joined();
        calledOff(0);
        var strangers = Race.of(8, hand -> {
            if (hand % 2 == 0) {
                freed.offerDue(100);
                return false;
            }
            return booked("h" + hand);
        });
        var got = strangers.stream().filter(each -> each).count();
        await().until(() -> {
            freed.offerDue(100);
            return got == 1 || state(waits).equals("OFFERED");
        });
        assertThat(taken()).isEqualTo(3);
        assertThat(got + (state(waits).equals("OFFERED") ? 1 : 0)).isEqualTo(1);
    }

    @Test
    void howeverManyProcessesLookEachIsOfferedOneOrderAndOneMessage() throws IOException {
        var first = joined();
        var second = joined();
        calledOff(0);
        calledOff(1);
        Race.of(12, hand -> freed.offerDue(100));
        offered(first);
        offered(second);
        assertThat(taken()).isEqualTo(3);
        assertThat(told(first)).isEqualTo(1);
        assertThat(told(second)).isEqualTo(1);
    }

    @Test
    void whoLeavesIsOfferedNothingAndNobodyWaitsForWhatIsFree() throws IOException {
        var leaves = joined();
        var stays = joined();
        assertThat(client.delete(leaves.who(), "/api/waits/" + leaves.id()).text("state"))
                .isEqualTo("LEFT");
        calledOff(0);
        offered(stays);
        assertThat(state(leaves)).isEqualTo("LEFT");
        calledOff(1);
        await().until(() -> join(TestPeople.resident(school.region())).status() == 409);
    }

    @Test
    void theSameWishTwiceIsOneAndNobodyElseSeesIt() throws IOException {
        var resident = TestPeople.resident(school.region());
        var once = join(resident).id();
        assertThat(join(resident).id()).isEqualTo(once);
        assertThat(client.get(TestPeople.resident(school.region()), "/api/waits")
                        .body()
                        .path("waits"))
                .isEmpty();
        clock.set(FRIDAY.plus(Duration.ofDays(1)));
        freed.offerDue(100);
        assertThat(client.get(resident, "/api/waits")
                        .body()
                        .at("/waits/0/state")
                        .asString())
                .isEqualTo("OVER");
    }
}
