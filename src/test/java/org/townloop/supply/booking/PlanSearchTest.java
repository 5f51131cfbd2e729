package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The order in which times are tried, without people: marks of five minutes, a wait of three of them at most. */
class PlanSearchTest {

    private static final int WAIT = 3;

    @Test
    void theOrderOfChoosingIsKeptAmongEquals() {
        assertThat(at(0, false, alone(4), alone(6), alone(2))).containsExactly(0, 4, 10);
    }

    @Test
    void whatIsDoneAlongsideBeginsAsSoonAsItCan() {
        assertThat(at(0, false, alone(4), alongside(6), alone(6))).containsExactly(0, 0, 4);
        assertThat(at(0, true, alone(4), alone(6), alongside(6))).containsExactly(0, 4, 4);
        assertThat(at(0, false, alongside(6), alongside(6))).containsExactly(0, 0);
    }

    @Test
    void whoWouldWaitTooLongIsNotAsked() {
        assertThat(at(0, false, only(4, 0), only(4, 7))).containsExactly(0, 7);
        assertThat(at(0, false, only(4, 0), only(4, 8))).isNull();
        assertThat(at(0, false, only(4, 0), only(12, 0, 2), only(2, 15)))
                .as("the second does not go alongside")
                .isNull();
    }

    /** The shop is open in the morning for the one, and later for the other: the order of choosing gives way. */
    @Test
    void whatCanOnlyBeFirstIsFirst() {
        assertThat(at(0, false, only(4, 6), only(6, 0))).containsExactly(6, 0);
        assertThat(at(0, true, only(4, 6), only(6, 0))).isNull();
    }

    @Test
    void itGivesUp() {
        var asked = new AtomicInteger();
        var nobody = new PlanSearch.Serving() {
            @Override
            public boolean isPossible(int[] begins) {
                asked.incrementAndGet();
                return true;
            }

            @Override
            public boolean isHeld(int[] begins) {
                return false;
            }
        };

        assertThat(new PlanSearch(Collections.nCopies(5, alongside(48)), false, WAIT, nobody).at(0, 5_000))
                .isNull();
        assertThat(asked.get()).isBetween(1_000, 5_000);
    }

    private static int @Nullable [] at(int start, boolean inOrder, PlanSearch.Part... parts) {
        var anybody = new PlanSearch.Serving() {
            @Override
            public boolean isPossible(int[] begins) {
                return true;
            }

            @Override
            public boolean isHeld(int[] begins) {
                return true;
            }
        };
        return new PlanSearch(List.of(parts), inOrder, WAIT, anybody).at(start, 5_000);
    }

    private static PlanSearch.Part alone(int marks) {
        return new PlanSearch.Part(always(), marks, false);
    }

    private static PlanSearch.Part alongside(int marks) {
        return new PlanSearch.Part(always(), marks, true);
    }

    private static PlanSearch.Part only(int marks, int... starts) {
        var bits = Bits.none(200);
        for (var start : starts) {
            Bits.set(bits, start, start + 1);
        }
        return new PlanSearch.Part(bits, marks, false);
    }

    private static long[] always() {
        var bits = Bits.none(200);
        Bits.set(bits, 0, 200);
        return bits;
    }
}
