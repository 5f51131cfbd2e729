package org.townloop.supply.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.townloop.base.kernel.Money;

/** What rides cost, in currencies of no, two and three decimals, by day and at night. */
class FareTest {

    private static final LocalTime NOON = LocalTime.NOON;

    @Test
    void tenthsOfKilometresAndMinutesThatAreBegunAreCounted() {
        var fare = Fare.byDay(230, 45, 0);
        var base = Money.of(700, "CNY");
        assertThat(fare.of(base, 3_000, Duration.ofMinutes(10), NOON)).isEqualTo(Money.of(700 + 690 + 450, "CNY"));
        assertThat(fare.of(base, 3_001, Duration.ofSeconds(541), NOON)).isEqualTo(Money.of(1_860, "CNY"));
        assertThat(fare.of(base, 0, Duration.ZERO, NOON)).isEqualTo(base);
    }

    @Test
    void theSmallestFareIsTheLeastAndTheNightComesOnTopOfIt() {
        var fare = new Fare(200, 0, 1_000, 25, LocalTime.of(22, 0), LocalTime.of(6, 0));
        var base = Money.of(500, "CNY");
        assertThat(fare.of(base, 2_000, Duration.ofMinutes(5), NOON)).isEqualTo(Money.of(1_000, "CNY"));
        assertThat(fare.of(base, 2_000, Duration.ofMinutes(5), LocalTime.of(23, 0)))
                .isEqualTo(Money.of(1_250, "CNY"));
        assertThat(fare.least(base)).isEqualTo(Money.of(1_000, "CNY"));
    }

    /** 1,000 and 5 with 10 % on top are 1,105.5: 1,106 yen, 111 jiao. */
    @ParameterizedTest
    @CsvSource({
        "JPY, 1000, 5, 1106",
        "CNY, 1000, 5, 1110",
        "KWD, 1000, 5, 1110",
        "JPY, 3, 1, 4",
        "KWD, 13, 0, 10",
        "KWD, 14, 0, 20"
    })
    void itIsRoundedOnceToWhatIsHadInCoins(String currency, long base, long perKilometre, long fare) {
        var rate = new Fare(perKilometre, 0, 0, 10, LocalTime.MIN, LocalTime.MAX);
        assertThat(rate.of(Money.of(base, currency), 1_000, Duration.ofMinutes(3), NOON))
                .isEqualTo(Money.of(fare, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "22:00, 06:00, 21:59, false",
        "22:00, 06:00, 22:00, true",
        "22:00, 06:00, 00:00, true",
        "22:00, 06:00, 05:59, true",
        "22:00, 06:00, 06:00, false",
        "01:00, 05:00, 00:59, false",
        "01:00, 05:00, 04:59, true"
    })
    void theNightGoesOverMidnight(String from, String until, String at, boolean night) {
        var fare = new Fare(0, 0, 0, 30, LocalTime.parse(from), LocalTime.parse(until));
        assertThat(fare.isNight(LocalTime.parse(at))).isEqualTo(night);
    }

    @Test
    void itIsAsDecimalsHaveItForAnyRide() {
        var random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            var percent = random.nextInt(201);
            var fare = new Fare(
                    random.nextLong(5_000),
                    random.nextLong(800),
                    random.nextLong(6_000),
                    percent,
                    LocalTime.of(22, 0),
                    LocalTime.of(6, 0));
            var base = Money.of(random.nextLong(3_000), "CNY");
            var metres = random.nextLong(300_000);
            var minutes = random.nextLong(480);
            var at = LocalTime.of(random.nextInt(24), random.nextInt(60));
            var night = percent > 0 && (at.getHour() >= 22 || at.getHour() < 6);
            var exact = BigDecimal.valueOf(fare.perKilometre())
                    .multiply(BigDecimal.valueOf((metres + 99) / 100).movePointLeft(1))
                    .add(BigDecimal.valueOf(base.minor() + fare.perMinute() * minutes))
                    .max(BigDecimal.valueOf(fare.least()))
                    .multiply(BigDecimal.valueOf(100 + (night ? percent : 0)).movePointLeft(2));
            assertThat(fare.of(base, metres, Duration.ofMinutes(minutes), at).minor())
                    .isEqualTo(exact.movePointLeft(1)
                                    .setScale(0, RoundingMode.HALF_UP)
                                    .longValueExact()
                            * 10);
        }
    }
}
