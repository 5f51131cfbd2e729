package org.townloop.loop.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestDevice;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.NoShows;
import org.townloop.loop.checkout.WaitingCancellations;
import org.townloop.loop.ordering.OrderId;

/** Who missed nothing, but is said to have: they are heard all the same. */
@TownTest
class MissedOrderTests extends SomebodyObjects {

    @Autowired
    NoShows noShows;

    @Autowired
    WaitingCancellations cancellations;

    /** A merchant keeps nobody from being heard by saying first that they did not come. */
    @Test
    void whoWasSaidNotToHaveComeIsHeardAndGetsBackWhatWasKept() throws IOException {
        var order = paid();
        clock.set(THREE.plus(Duration.ofMinutes(15)));
        assertThat(noShows.didNotCome(merchant(), new OrderId(order))).isInstanceOf(Outcome.Done.class);
        client.order(resident, order, "REFUNDED");
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 6_400L, 6_400L, 0L));
        clock.set(FOUR);
        assertThat(object(order, "PART", 6_401, "much").text("type")).endsWith("dispute-amount-invalid");
        var dispute = objected(order, "ALL", 0);
        assertThat(object(order, "ALL", 0, "again").text("type")).endsWith("dispute-open-already");
        answer(dispute, -1);
        assertThat(decide(operator, dispute, 6_400, 0, 0).text("state")).isEqualTo("DECIDED");
        assertThat(client.order(resident, order).text("state")).isEqualTo("REFUNDED");
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 0L, HAIRCUT, 0L));
        assertThat(audit.run()).isEqualTo(before);
    }

    /** The control: what its resident had called off is closed. */
    @Test
    void whatItsResidentCalledOffIsNotObjectedTo() throws IOException {
        var order = paid();
        clock.set(THREE.minus(Duration.ofMinutes(30)));
        assertThat(client.cancel(resident, order, "c").status()).isEqualTo(200);
        clock.set(FOUR);
        var type = object(order, "ALL", 0, "o").text("type");
        assertThat(type.endsWith("already-closed") || type.endsWith("nothing-to-give-back"))
                .as(type)
                .isTrue();
    }

    /** A device of the place is not known to have heard of it: what waits for that falls away when somebody objects. */
    @Test
    void aSettlementThatWaitsForCountersFallsAwayAndComesBackIfNothingIsDecided() throws IOException {
        var order = paid();
        TestDevice.enrol(client, counter, salon, clock, "till").sync();
        clock.set(FOUR);
        assertThat(noShows.didNotCome(merchant(), new OrderId(order))).isInstanceOf(Outcome.Done.class);
        assertThat(client.order(resident, order).text("state")).isEqualTo("PAID");
        var dispute = objected(order, "ALL", 0);
        assertThat(client.order(resident, order).text("state")).isEqualTo("DISPUTED");
        clock.move(Duration.ofDays(4));
        cancellations.completeOverdue();
        assertThat(client.order(resident, order).text("state")).isEqualTo("DISPUTED");
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 0L, 0L, 0L));
        assertThat(act(resident, dispute, "withdrawal", Map.of()).text("state")).isEqualTo("WITHDRAWN");
        noShows.settleDue(1_000);
        clock.move(WaitingCancellations.LONGEST_WAIT);
        cancellations.completeOverdue();
        client.order(resident, order, "REFUNDED");
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 6_400L, 6_400L, 0L));
        assertThat(audit.run()).isEqualTo(before);
    }

    private Actor merchant() {
        return new Actor(
                new PersonId(owner.id()),
                "Lin",
                salon.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.MERCHANT, salon.region(), salon.merchant().value(), null)));
    }
}
