package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The bits against {@link BitSet}, which is slower and known to be right. */
class BitsTests {

    private static final int MARKS = 300;

    @RepeatedTest(300)
    void theyAnswerLikeAPlainSetOfNumbers(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var bits = Bits.none(MARKS);
        var plain = new BitSet(MARKS);
        for (int i = 0; i < 12; i++) {
            var from = random.nextInt(MARKS);
            var to = from + random.nextInt(MARKS - from + 1);
            if (random.nextInt(3) > 0) {
                Bits.set(bits, from, to);
                plain.set(from, to);
            } else {
                Bits.clear(bits, from, to);
                plain.clear(from, to);
            }
        }
        assertThat(asSet(bits)).isEqualTo(plain);
        var length = 1 + random.nextInt(150);
        assertThat(asSet(Bits.runs(bits, length))).isEqualTo(runs(plain, length));
        assertThat(asSet(Bits.earlier(bits, length))).isEqualTo(plain.get(Math.min(length, MARKS), MARKS));
        assertThat(asSet(Bits.later(bits, length)).get(0, MARKS)).isEqualTo(later(plain, length));
        var from = random.nextInt(MARKS);
        assertThat(Bits.next(bits, from)).isEqualTo(plain.nextSetBit(from));
        assertThat(Bits.all(bits, from, MARKS)).isEqualTo(plain.nextClearBit(from) >= MARKS);
        var to = from + random.nextInt(MARKS - from + 1);
        assertThat(Bits.any(bits, from, to)).isEqualTo(!plain.get(from, to).isEmpty());
    }

    @RepeatedTest(50)
    void countsThatStandUprightAreCounts(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var counts = new int[MARKS];
        var sets = new ArrayList<long[]>();
        for (int i = random.nextInt(140); i > 0; i--) {
            var set = Bits.none(MARKS);
            var from = random.nextInt(MARKS);
            var to = from + random.nextInt(MARKS - from + 1);
            Bits.set(set, from, to);
            sets.add(set);
            IntStream.range(from, to).forEach(mark -> counts[mark]++);
        }
        var tally = Tally.of(sets, MARKS);
        assertThat(IntStream.range(0, MARKS).map(tally::at))
                .containsExactly(Arrays.stream(counts).boxed().toArray(Integer[]::new));
    }

    @Test
    void anEmptySetHasNoNextMark() {
        assertThat(Bits.next(Bits.none(128), 0)).isEqualTo(-1);
        assertThat(Bits.next(Bits.none(128), 128)).isEqualTo(-1);
    }

    @Test
    void nothingIsSetBetweenAMarkAndItself() {
        var bits = Bits.none(128);
        Bits.set(bits, 64, 64);
        Bits.set(bits, 5, 5);
        assertThat(bits).containsOnly(0);
        assertThat(Bits.all(bits, 7, 7)).isTrue();
    }

    private static BitSet runs(BitSet plain, int length) {
        var runs = new BitSet();
        for (int i = 0; i + length <= MARKS; i++) {
            if (plain.nextClearBit(i) >= i + length) {
                runs.set(i);
            }
        }
        return runs;
    }

    private static BitSet later(BitSet plain, int by) {
        var later = new BitSet();
        plain.stream().map(mark -> mark + by).filter(mark -> mark < MARKS).forEach(later::set);
        return later;
    }

    private static BitSet asSet(long[] bits) {
        return BitSet.valueOf(bits);
    }
}
