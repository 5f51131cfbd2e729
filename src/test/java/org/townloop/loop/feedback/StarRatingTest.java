package org.townloop.loop.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StarRatingTest {

    @Test
    void theBoundIsTheFormulaOfTheSource() {
        // one rating of five stars: m = 20/6, E k² = 80/6, v = 80/6 − (20/6)² = 2.2222, bound = 3.3333 − 1.65 √(v/7)
        var one = StarRating.reputation(0, 0, 0, 0, 1);
        assertThat(one.mean()).isEqualTo(5.0);
        assertThat(one.lower()).isCloseTo(3.3333 - 1.65 * Math.sqrt(2.2222 / 7), within(0.0005));
        assertThat(one.visits()).isEqualTo(1);
    }

    @Test
    void aHundredContentCustomersBeatOneDelightedOne() {
        assertThat(StarRating.reputation(0, 0, 2, 38, 60).lower())
                .isGreaterThan(StarRating.reputation(0, 0, 0, 0, 1).lower());
    }

    @Test
    void nobodysWordIsWorthMoreThanABadOneAndLessThanAGoodOne() {
        assertThat(StarRating.UNRATED.mean()).isZero();
        assertThat(StarRating.UNRATED.lower())
                .isGreaterThan(StarRating.reputation(1, 0, 0, 0, 0).lower())
                .isLessThan(StarRating.reputation(0, 0, 0, 0, 1).lower());
    }

    @Test
    void aBetterRatingNeverLowersTheBound() {
        var before = StarRating.reputation(1, 2, 3, 4, 5).lower();
        assertThat(StarRating.reputation(1, 2, 3, 4, 6).lower()).isGreaterThan(before);
        assertThat(StarRating.reputation(2, 2, 3, 4, 5).lower()).isLessThan(before);
    }
}
