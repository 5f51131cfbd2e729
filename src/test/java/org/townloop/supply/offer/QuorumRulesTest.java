package org.townloop.supply.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.townloop.base.kernel.Reason;

/** From how many people on a session may take place. */
class QuorumRulesTest {

    @Test
    void itNeedsAtLeastTwoAndNoMoreThanThereAreSeats() {
        assertThat(SessionRules.refusal(sessions(new Quorum(2, 1)))).isNull();
        assertThat(SessionRules.refusal(sessions(new Quorum(6, Quorum.HOURS_MAX))))
                .isNull();
        for (var people : List.of(-1, 1, 7)) {
            assertThat(refused(new Quorum(people, 6))).isEqualTo(OfferReason.QUORUM_INVALID);
        }
        for (var hours : List.of(0, Quorum.HOURS_MAX + 1)) {
            assertThat(refused(new Quorum(4, hours))).isEqualTo(OfferReason.QUORUM_HOURS_INVALID);
        }
    }

    private static Reason refused(Quorum quorum) {
        return Objects.requireNonNull(SessionRules.refusal(sessions(quorum))).reason();
    }

    private static Session sessions(Quorum quorum) {
        return new Session(6, List.of(), Set.of(LocalDateTime.parse("2026-11-27T10:00")), Set.of(), quorum);
    }
}
