package org.townloop.supply.merchant.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.townloop.base.kernel.Point;

class CoordinatesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, ocean",
        "'', 116.4, not both numbers",
        "north, 116.4, not both numbers",
        "NaN, 116.4, nowhere on earth",
        "91, 181, nowhere on earth",
        "116.4, 39.9, swapped",
        "-77.03, 38.91, swapped",
    })
    void aWrongPositionIsNamed(String lat, String lon, String what) {
        assertThat(Coordinates.read(lat, lon))
                .isInstanceOfSatisfying(
                        Coordinates.Wrong.class,
                        wrong -> assertThat(wrong.what()).contains(what));
    }

    @ParameterizedTest
    @CsvSource({"39.9, 116.4", "-33.8, 151.2", "38.91, -77.03", "-77.8, 166.7"})
    void aPositionIsTaken(double lat, double lon) {
        assertThat(Coordinates.read(String.valueOf(lat), String.valueOf(lon)))
                .isEqualTo(new Coordinates.At(new Point(lat, lon)));
    }

    @ParameterizedTest
    @CsvSource("'', ''")
    void noPositionIsNoMistake(String lat, String lon) {
        assertThat(Coordinates.read(lat, lon)).isEqualTo(new Coordinates.None());
    }
}
