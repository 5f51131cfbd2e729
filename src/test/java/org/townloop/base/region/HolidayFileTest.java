package org.townloop.base.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** Files of holidays: those that are shipped, and those that somebody brings. */
class HolidayFileTest {

    @Test
    void chinaIsShippedForTheYearsThatWerePublished() throws IOException {
        var file = shipped("CN");
        var china = HolidayCalendar.of("CN", file.years(), file.days());
        assertThat(china.years()).containsExactly(2025, 2026);
        assertThat(china.isHoliday(LocalDate.of(2026, 2, 17))).isTrue();
        assertThat(china.isMakeUp(LocalDate.of(2026, 2, 28))).isTrue();
        assertThat(china.weekday(LocalDate.of(2026, 2, 28))).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(china.weekday(LocalDate.of(2026, 1, 4))).isEqualTo(DayOfWeek.MONDAY);
        assertThat(file.days())
                .filteredOn(day -> day.kind() == Holiday.Kind.WORKDAY)
                .hasSize(11)
                .allMatch(day -> day.day().getDayOfWeek().getValue() > 5);
        assertThat(file.days())
                .filteredOn(day -> day.kind() == Holiday.Kind.HOLIDAY)
                .filteredOn(day -> day.day().getYear() == 2026)
                .hasSize(33);
    }

    @Test
    void theFederalHolidaysOfTheUnitedStatesAreThoseOfTheStatute() throws IOException {
        var file = shipped("US");
        assertThat(file.years()).containsExactly(2025, 2026, 2027);
        assertThat(file.days())
                .extracting(Holiday::day)
                .contains(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 7, 3), LocalDate.of(2027, 5, 31));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2027-02-30,HOLIDAY,,A,         | HOLIDAY_DAY_INVALID
        27-02-03,HOLIDAY,,A,           | HOLIDAY_DAY_INVALID
        2027-02-03,FEAST,,A,           | HOLIDAY_KIND_INVALID
        2027-02-03,HOLIDAY,5,A,        | HOLIDAY_STANDS_FOR_INVALID
        2027-02-03,WORKDAY,8,A,        | HOLIDAY_STANDS_FOR_INVALID
        2027-02-03,HOLIDAY,,,          | HOLIDAY_NAME_MISSING
        2027-02-03,HOLIDAY,A           | HOLIDAY_COLUMNS
        2027-02-01,HOLIDAY,,A,         | HOLIDAY_TWICE
        """)
    void aLineThatCannotBeTakenIsNamedByItsNumber(String line, HolidayReason reason) {
        var file = HolidayFile.read("# from the gazette\n\n2027-02-01,HOLIDAY,,Good,好\n" + line + "\n");
        assertThat(file.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(4);
            assertThat(fault.refusal().reason()).isEqualTo(reason);
        });
    }

    @Test
    void aFileWithoutADayIsAFault() {
        assertThat(HolidayFile.read("# nothing\n").faults())
                .extracting(fault -> fault.refusal().reason())
                .containsExactly(HolidayReason.HOLIDAY_FILE_EMPTY);
    }

    private static HolidayFile shipped(String code) throws IOException {
        var file = HolidayFile.read(
                new ClassPathResource("holidays/" + code + ".csv").getContentAsString(StandardCharsets.UTF_8));
        assertThat(file.faults()).isEmpty();
        return file;
    }
}
