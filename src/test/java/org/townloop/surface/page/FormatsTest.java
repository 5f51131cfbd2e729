package org.townloop.surface.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.townloop.base.kernel.Money;

/** It is Thursday, 26 November 2026, 10:00 in Willow Creek. */
class FormatsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "8800, CNY, ¥88, ¥88",
        "8850, CNY, ¥88.50, ¥88.50",
        "123456700, CNY, '¥1,234,567', '¥1,234,567'",
        "-8800, CNY, -¥88, -¥88",
        "1200, USD, $12, US$12",
        "500, JPY, JPY 500, JP¥500",
        "1500, KWD, KWD 1.500, KWD 1.500",
    })
    void aPriceTagHasNoNeedlessDecimalsAndNamesForeignMoney(long minor, String code, String english, String chinese) {
        assertThat(plain(in(Locale.ENGLISH).money(Money.of(minor, code)))).isEqualTo(english);
        assertThat(plain(in(Locale.SIMPLIFIED_CHINESE).money(Money.of(minor, code))))
                .isEqualTo(chinese);
    }

    @Test
    void aStatementAlwaysHasAllDecimals() {
        assertThat(in(Locale.ENGLISH).exact(Money.of(8800, "CNY"))).isEqualTo("¥88.00");
    }

    @ParameterizedTest
    @CsvSource({"7, 10 m, 10 米", "348, 350 m, 350 米", "996, 1 km, 1 公里", "1240, 1.2 km, 1.2 公里", "23400, 23 km, 23 公里"})
    void aDistanceIsAsExactAsOneCanWalk(double metres, String english, String chinese) {
        assertThat(in(Locale.ENGLISH).distance(metres)).isEqualTo(english);
        assertThat(in(Locale.SIMPLIFIED_CHINESE).distance(metres)).isEqualTo(chinese);
    }

    @Test
    void durationsAreInHoursAndMinutes() {
        assertThat(in(Locale.ENGLISH).duration(Duration.ofMinutes(45))).isEqualTo("45 min");
        assertThat(in(Locale.SIMPLIFIED_CHINESE).duration(Duration.ofMinutes(90)))
                .isEqualTo("1 小时 30 分钟");
    }

    @Test
    void timesAreInThePlacesZone() {
        var english = in(Locale.ENGLISH).times();
        assertThat(english.moment(NOW.plus(Duration.ofDays(1)))).isEqualTo("tomorrow 10:00");
        assertThat(english.moment(NOW.plus(Duration.ofDays(2)))).isEqualTo("Sat 28 Nov 10:00");
        assertThat(english.in(ZoneId.of("America/New_York")).time(NOW)).isEqualTo("21:00");
        assertThat(in(Locale.SIMPLIFIED_CHINESE).times().moment(NOW.plus(Duration.ofDays(2))))
                .isEqualTo("11月28日 周六 10:00");
    }

    @Test
    void aSpanSaysWholeDaysWithoutHours() {
        var times = in(Locale.ENGLISH).times();
        var saturday = LocalDate.of(2026, 11, 28).atStartOfDay(ZONE);
        assertThat(times.span(saturday.toInstant(), saturday.plusDays(1).toInstant()))
                .isEqualTo("Sat 28 Nov");
        assertThat(times.span(
                        saturday.plusHours(12).toInstant(),
                        saturday.plusHours(18).toInstant()))
                .isEqualTo("Sat 28 Nov 12:00–18:00");
        assertThat(times.span(saturday.toInstant(), saturday.plusDays(2).toInstant()))
                .isEqualTo("Sat 28 Nov – Sun 29 Nov");
    }

    @Test
    void whatWasLatelyIsSaidInDays() {
        assertThat(in(Locale.ENGLISH).times().ago(NOW.minus(Duration.ofDays(3))))
                .isEqualTo("3 days ago");
        assertThat(in(Locale.SIMPLIFIED_CHINESE).times().ago(NOW.minus(Duration.ofHours(5))))
                .isEqualTo("5小时前");
    }

    private static Formats in(Locale locale) {
        return new Formats(locale, Currency.getInstance("CNY"), new Times(locale, ZONE, Clock.fixed(NOW, ZONE)));
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
