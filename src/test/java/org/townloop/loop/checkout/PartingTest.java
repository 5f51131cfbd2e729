package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartingTest {

    @Test
    void theUnitThatIsLeftGoesWhereTheMostWasCutOffAndAmongEqualsToTheFirst() {
        assertThat(Parting.of(1_000, List.of(6_800L, 6_000L))).containsExactly(531L, 469L);
        assertThat(Parting.of(1, List.of(5L, 5L))).containsExactly(1L, 0L);
        assertThat(Parting.of(5, List.of(0L, 7L))).containsExactly(0L, 5L);
        assertThat(Parting.of(2, List.of(1L, 1L, 1L))).containsExactly(1L, 1L, 0L);
        assertThat(Parting.of(0, List.of(3L, 3L))).containsExactly(0L, 0L);
    }

    @Test
    void noMoreIsPartedThanThereIs() {
        assertThatThrownBy(() -> Parting.of(11, List.of(5L, 5L))).isInstanceOf(IllegalArgumentException.class);
    }

    /** However often something goes back, each part is within a unit of its share, and in the end each has all of its own. */
    @Test
    void manyPartsAddUpToTheUnit() {
        var random = new Random(20_261_201);
        for (int round = 0; round < 2_000; round++) {
            var left = new ArrayList<>(IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(i -> random.nextLong(20_000))
                    .toList());
            while (left.stream().anyMatch(each -> each > 0)) {
                var all = left.stream().mapToLong(Long::longValue).sum();
                var amount = 1 + random.nextLong(all);
                var parts = Parting.of(amount, left);
                assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
                for (int i = 0; i < parts.size(); i++) {
                    var share = BigDecimal.valueOf(amount)
                            .multiply(BigDecimal.valueOf(left.get(i)))
                            .divide(BigDecimal.valueOf(all), MathContext.DECIMAL64);
                    assertThat(BigDecimal.valueOf(parts.get(i)).subtract(share).abs())
                            .isLessThan(BigDecimal.ONE);
                    left.set(i, left.get(i) - parts.get(i));
                    assertThat(left.get(i)).isNotNegative();
                }
            }
        }
    }
}
