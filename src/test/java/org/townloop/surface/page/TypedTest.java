package org.townloop.surface.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    @Test
    void readsDaysAndMoments() {
        assertThat(Typed.day(" 2026-11-28 ")).contains(LocalDate.of(2026, 11, 28));
        assertThat(Typed.moment("2026-11-28T15:00:00+08:00")).contains(Instant.parse("2026-11-28T07:00:00Z"));
    }

    @Test
    void readsAmountsAsPeopleWriteThem() {
        assertThat(Typed.minor("88.5", 2)).contains(8_850L);
        assertThat(Typed.minor("￥８８，５０", 2)).contains(8_850L);
        assertThat(Typed.minor("− 100", 2)).contains(-10_000L);
        assertThat(Typed.minor("300", 0)).contains(300L);
        assertThat(Typed.minor("1.001", 2)).isEmpty();
        assertThat(Typed.minor("0.5", 0)).isEmpty();
        assertThat(Typed.minor("1,200.50", 2)).as("no guessing").isEmpty();
        assertThat(Typed.minor("1,250", 2)).as("no guessing").isEmpty();
        assertThat(Typed.minor("１，２００", 2)).isEmpty();
        assertThat(Typed.minor("1,250", 3))
                .as("even where there are three decimals")
                .isEmpty();
        assertThat(Typed.minor("1.250", 3)).contains(1_250L);
        assertThat(Typed.minor("1,250", 0)).isEmpty();
        assertThat(Typed.minor("12.00", 0)).contains(12L);
        assertThat(Typed.minor("9999999999", 2)).isEmpty();
        assertThat(Typed.minor("", 2)).isEmpty();
    }

    @Test
    void aNumberHasAPointOrACommaAndNoThousands() {
        assertThat(Typed.decimal("1,5")).contains(new BigDecimal("1.5"));
        assertThat(Typed.decimal(" 2.25 ")).contains(new BigDecimal("2.25"));
        assertThat(Typed.decimal("1,250")).isEmpty();
        assertThat(Typed.decimal("1e3")).isEmpty();
        assertThat(Typed.decimal(".5")).isEmpty();
    }

    @Test
    void anIdIsWhollyOne() {
        assertThat(Typed.id(" 019abb9f-d369-7559-a10d-cb654e0f1b31 ")).isPresent();
        assertThat(Typed.id("-".repeat(36))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "2026-02-30",
                "+999999999-12-31",
                "-999999999-01-01",
                "-5000-01-01",
                "0000-01-01",
                "9999-12-31"
            })
    void whatTheCalendarOrTheDatabaseCannotHoldIsNoDay(String text) {
        assertThat(Typed.day(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-28T15:00:00",
                "+999999999-12-31T23:59:59-18:00",
                "-5000-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59-18:00"
            })
    void whatTheCalendarOrTheDatabaseCannotHoldIsNoMoment(String text) {
        assertThat(Typed.moment(text)).isEmpty();
    }
}
