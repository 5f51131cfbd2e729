package org.townloop.supply.merchant.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Holiday;
import org.townloop.base.region.HolidayCalendar;

/** What notations mean, by the examples of their specification and by hand. */
class NotationTest {

    /** Monday, 30 November to Sunday, 6 December 2026. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    private static final HolidayCalendar CHINA = HolidayCalendar.of(
            "CN",
            Set.of(2026),
            List.of(
                    holiday("2026-10-01"),
                    holiday("2026-10-02"),
                    workday("2026-10-10", null),
                    workday("2026-09-20", null),
                    workday("2026-05-09", DayOfWeek.TUESDAY)));

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
        Mo-Fr 08:00-12:00,13:00-17:30                 | 8-12 13-17:30, 8-12 13-17:30, 8-12 13-17:30, 8-12 13-17:30, 8-12 13-17:30, -, -
        Fr-Mo 10:00-12:00                             | 10-12, -, -, -, 10-12, 10-12, 10-12
        Mo,We,Sa-Su 10:00-12:00                       | 10-12, -, 10-12, -, -, 10-12, 10-12
        24/7                                          | 0-24, 0-24, 0-24, 0-24, 0-24, 0-24, 0-24
        Mo-Fr                                         | 0-24, 0-24, 0-24, 0-24, 0-24, -, -
        off                                           | -, -, -, -, -, -, -
        Mo-Fr 08:00-12:00; We 14:00-18:00             | 8-12, 8-12, 14-18, 8-12, 8-12, -, -
        Mo-Fr 08:00-12:00, We 14:00-18:00             | 8-12, 8-12, 8-12 14-18, 8-12, 8-12, -, -
        Mo-Su 10:00-20:00; Tu off                     | 10-20, -, 10-20, 10-20, 10-20, 10-20, 10-20
        Mo-Fr 09:00-18:00; 12:00-13:00 off            | 9-12 13-18, 9-12 13-18, 9-12 13-18, 9-12 13-18, 9-12 13-18, -, -
        Mo-Fr 09:00-18:00; Mo-We 12:00-13:00 closed   | 9-12 13-18, 9-12 13-18, 9-12 13-18, 9-18, 9-18, -, -
        We 14:00-18:00; Mo-Fr 08:00-12:00             | 8-12, 8-12, 8-12, 8-12, 8-12, -, -
        Mo-Tu off; Mo-We 10:00-12:00                  | 10-12, 10-12, 10-12, -, -, -, -
        Th-Sa 18:00-02:00                             | -, -, -, 18-26, 18-26, 18-26, -
        Th-Sa 18:00-26:00                             | -, -, -, 18-26, 18-26, 18-26, -
        We 22:00-22:00                                | -, -, 22-46, -, -, -, -
        Fr-Sa 18:00-02:00; Su 12:00-20:00             | -, -, -, -, 18-26, 18-26, 12-20
        Mo-Sa 18:00-02:00; Su off                     | 18-26, 18-26, 18-26, 18-26, 18-26, 18-26, -
        Fr 18:00-02:00; Sa 00:00-01:00 off            | -, -, -, -, 18-24 25-26, -, -
        Mo-Fr 10:00-12:00,11:00-14:00                 | 10-14, 10-14, 10-14, 10-14, 10-14, -, -
        Mo-Fr 10:00-12:00 || Sa 10:00-11:00           | 10-12, 10-12, 10-12, 10-12, 10-12, 10-11, -
        Mo 10:00-12:00 || 11:00-13:00                 | 10-13, 11-13, 11-13, 11-13, 11-13, 11-13, 11-13
        Mo-Fr 10:00-18:00; We 12:00-14:00 unknown     | 10-18, 10-18, -, 10-18, 10-18, -, -
        Mo-Fr 10:00-18:00, We 12:00-14:00 unknown     | 10-18, 10-18, 10-12 14-18, 10-18, 10-18, -, -
        Mo-Fr 10:00-12:00 "by appointment"            | -, -, -, -, -, -, -
        Mo-Fr 10:00-12:00 open "ring twice"           | 10-12, 10-12, 10-12, 10-12, 10-12, -, -
        Mo 10:00-12:00+                               | 10-12, -, -, -, -, -, -
        Mo 17:00+                                     | -, -, -, -, -, -, -
        Dec: 10:00-12:00                              | -, 10-12, 10-12, 10-12, 10-12, 10-12, 10-12
        Dec 02-04 10:00-12:00                         | -, -, 10-12, 10-12, 10-12, -, -
        Dec 02-Feb 04 10:00-12:00; Dec 03 off         | -, -, 10-12, -, 10-12, 10-12, 10-12
        Oct-Nov 10:00-12:00                           | 10-12, -, -, -, -, -, -
        2026 Dec 02-2027 Jan 05 10:00-12:00           | -, -, 10-12, 10-12, 10-12, 10-12, 10-12
        2027 10:00-12:00                              | -, -, -, -, -, -, -
        2025-2027/2 10:00-12:00                       | -, -, -, -, -, -, -
        2024-2028/2 Mo 10:00-12:00                    | 10-12, -, -, -, -, -, -
        2026 Dec 03+ 10:00-12:00                      | -, -, -, 10-12, 10-12, 10-12, 10-12
        week 49 Mo-Tu 10:00-12:00                     | 10-12, 10-12, -, -, -, -, -
        week 01-53/2 Mo-Tu 10:00-12:00                | 10-12, 10-12, -, -, -, -, -
        week 02-52/2 Mo-Tu 10:00-12:00                | -, -, -, -, -, -, -
        Sa[1] 10:00-12:00                             | -, -, -, -, -, 10-12, -
        Mo[5],Mo[-1] 10:00-12:00                      | 10-12, -, -, -, -, -, -
        Mo[-1] +2 days 10:00-12:00                    | -, -, 10-12, -, -, -, -
        Su[1] -2 days 10:00-12:00                     | -, -, -, -, 10-12, -, -
        Dec Tu[1]-Dec Fr[1] 10:00-12:00               | -, 10-12, 10-12, 10-12, 10-12, -, -
        "dinner": Mo 18:00-20:00                      | 18-20, -, -, -, -, -, -
        mo-fr 9:00-18:00;                             | 9-18, 9-18, 9-18, 9-18, 9-18, -, -
        """)
    void aWeekIsOpenAsItsRulesSay(String notation, String week) {
        assertThat(days(notation, MONDAY, 7, HolidayCalendar.NONE)).isEqualTo(week);
    }

    @Test
    void anEmptyTextIsNeverOpen() {
        assertThat(days("", MONDAY, 2, HolidayCalendar.NONE)).isEqualTo("-, -");
        assertThat(read(" ").isEmpty()).isTrue();
    }

    @Test
    void aDateThatMostYearsLackComesInTheYearsThatHaveIt() {
        assertThat(days("Feb 29 10:00-12:00", LocalDate.of(2028, 2, 28), 3, HolidayCalendar.NONE))
                .isEqualTo("-, 10-12, -");
        assertThat(days("Feb 29 10:00-12:00", LocalDate.of(2027, 2, 28), 2, HolidayCalendar.NONE))
                .isEqualTo("-, -");
        assertThat(days("Feb 27-29 10:00-12:00", LocalDate.of(2027, 2, 26), 4, HolidayCalendar.NONE))
                .isEqualTo("-, 10-12, 10-12, -");
    }

    @Test
    void easterIsWhereTheTablesHaveIt() {
        assertThat(List.of(2024, 2025, 2026, 2027, 2038, 1818))
                .extracting(year -> Easter.of(year).toString())
                .containsExactly("2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "1818-03-22");
        assertThat(days("easter -2 days-easter +1 day 10:00-12:00", LocalDate.of(2026, 4, 2), 6, HolidayCalendar.NONE))
                .isEqualTo("-, 10-12, 10-12, 10-12, 10-12, -");
    }

    @Test
    void aPublicHolidayIsClosedIfTheNotationSaysSo() {
        var wednesday = LocalDate.of(2026, 9, 30);
        assertThat(days("Mo-Fr 09:00-18:00; PH off", wednesday, 4, CHINA)).isEqualTo("9-18, -, -, -");
        assertThat(days("Mo-Fr 09:00-18:00", wednesday, 4, CHINA)).isEqualTo("9-18, 9-18, 9-18, -");
        assertThat(days("Mo-We,PH 09:00-18:00", wednesday, 4, CHINA)).isEqualTo("9-18, 9-18, 9-18, -");
        assertThat(days("PH Fr 10:00-12:00", wednesday, 4, CHINA)).isEqualTo("-, -, 10-12, -");
        assertThat(days("PH -1 day 10:00-12:00", wednesday, 4, CHINA)).isEqualTo("10-12, 10-12, -, -");
    }

    @Test
    void aMakeUpWorkdayIsKeptByTheHoursOfTheWeekdayItStandsFor() {
        var saturday = LocalDate.of(2026, 10, 10);
        assertThat(days("Mo-Th 09:00-18:00; Fr 09:00-17:00; Sa 10:00-14:00; PH off", saturday, 2, CHINA))
                .as("a Saturday is worked as the Friday before")
                .isEqualTo("9-17, -");
        assertThat(days("Mo 09:00-18:00; Tu-Fr 09:00-17:00", LocalDate.of(2026, 9, 20), 1, CHINA))
                .as("a Sunday is worked as the Monday after")
                .isEqualTo("9-18");
        assertThat(days("Tu 13:00-18:00", LocalDate.of(2026, 5, 9), 1, CHINA))
                .as("or as the day that was published")
                .isEqualTo("13-18");
        assertThat(days("Mo-Fr 09:00-18:00; Oct 10 off", saturday, 1, CHINA))
                .as("unless the notation names it")
                .isEqualTo("-");
        assertThat(days("Mo-Fr 09:00-18:00; Sa[2] 10:00-12:00", saturday, 1, CHINA))
                .as("it is no second Saturday")
                .isEqualTo("9-18");
    }

    @Test
    void whatIsClosedByNameIsKnownFromWhatIsClosedEveryWeek() {
        var notation = read("Mo-Fr 09:00-18:00; Sa off; PH off; Dec 24-26 off");
        assertThat(special(notation, "2026-10-01")).isTrue();
        assertThat(special(notation, "2026-12-25")).isTrue();
        assertThat(special(notation, "2026-10-03")).isFalse();
        assertThat(special(notation, "2026-10-05")).isFalse();
    }

    @Test
    void whatMayBeOpenOrNotIsToldInItsWords() {
        var day = read("Mo 10:00-12:00 || \"by appointment\"")
                .days(MONDAY, MONDAY, HolidayCalendar.NONE)
                .getFirst();
        assertThat(day.open()).containsExactly(new WallSpan(600, 720));
        assertThat(day.perhaps())
                .containsExactly(
                        new OpenDay.Perhaps(new WallSpan(0, 600), "by appointment"),
                        new OpenDay.Perhaps(new WallSpan(720, 1_440), "by appointment"));
    }

    static Notation read(String text) {
        assertThat(Notation.read(text)).as(text).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) Notation.read(text)).notation();
    }

    private static boolean special(Notation notation, String day) {
        var date = LocalDate.parse(day);
        return notation.isClosedSpecially(notation.days(date, date, CHINA).getFirst(), CHINA);
    }

    private static String days(String notation, LocalDate first, int count, HolidayCalendar calendar) {
        return read(notation).days(first, first.plusDays(count - 1L), calendar).stream()
                .map(day -> day.open().stream()
                        .map(span -> time(span.opens()) + "-" + time(span.closes()))
                        .collect(Collectors.joining(" ")))
                .map(day -> day.isEmpty() ? "-" : day)
                .collect(Collectors.joining(", "));
    }

    private static String time(int minute) {
        return minute / 60 + (minute % 60 == 0 ? "" : ":" + minute % 60);
    }

    private static Holiday holiday(String day) {
        return new Holiday(LocalDate.parse(day), Holiday.Kind.HOLIDAY, null, Words.of("National Day", "国庆节"));
    }

    private static Holiday workday(String day, @Nullable DayOfWeek standsFor) {
        return new Holiday(LocalDate.parse(day), Holiday.Kind.WORKDAY, standsFor, Words.of("Working day", "调休上班"));
    }
}
