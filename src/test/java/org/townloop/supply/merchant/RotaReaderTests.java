package org.townloop.supply.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.hours.WallSpan;

class RotaReaderTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    private final Crew.Member lin = member("Lin", "小林");
    private final Crew.Member mei = member("Mei Hua", "梅花");

    @Test
    void shiftsAndDaysOffAreRead() {
        var rota = read("""
            name,date,from,to
            Lin,2026-11-27,09:00,12:30
            lin,2026-11-27,13:30,18:00
            LIN,2026-11-29,off

            "Mei  Hua",2026-11-30,20:00,02:00
            """);
        assertThat(rota.faults()).isEmpty();
        assertThat(rota.daysOf(lin.id()))
                .containsEntry(FRIDAY, List.of(new WallSpan(540, 750), new WallSpan(810, 1080)))
                .as("of which nothing is said, and which is off")
                .containsEntry(FRIDAY.plusDays(1), List.of())
                .containsEntry(FRIDAY.plusDays(2), List.of())
                .as("to the last day of the rota")
                .containsEntry(FRIDAY.plusDays(3), List.of())
                .hasSize(4);
        assertThat(rota.daysOf(mei.id())).containsEntry(FRIDAY.plusDays(3), List.of(new WallSpan(1_200, 1_560)));
    }

    @Test
    void tablesThatWereCopiedOrAreChineseAreRead() {
        var tabs = read("姓名\t日期\t上班\t下班\n小林\t2026年11月27日\t９：００\t24:00\n梅花\t2026/11/27\t休\t\n");
        assertThat(tabs.faults()).isEmpty();
        assertThat(tabs.shifts().get(lin.id())).containsEntry(FRIDAY, List.of(new WallSpan(540, 1_440)));
        assertThat(tabs.shifts().get(mei.id())).containsEntry(FRIDAY, List.of());
        assertThat(read("Lin;2026.11.27;9:00;17:00").faults()).isEmpty();
        assertThat(read("小林，2026-11-27，09：00，17：30\n梅花，2026-11-27，休").faults())
                .as("as a Chinese keyboard types it")
                .isEmpty();
        assertThat(read("小林；2026-11-27；09：00；17：30").faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Bo,2026-11-27,09:00,17:00               | ROTA_NAME_UNKNOWN
        Lin,2026-02-30,09:00,17:00              | ROTA_NO_DATE
        Lin,tomorrow,09:00,17:00                | ROTA_NO_DATE
        Lin,2026-11-25,09:00,17:00              | ROTA_DATE_PAST
        Lin,2027-11-27,09:00,17:00              | ROTA_DATE_TOO_FAR
        Lin,99999-01-01,09:00,17:00             | ROTA_NO_DATE
        Lin,2026-11-27,9 am,17:00               | ROTA_NO_TIME
        Lin,2026-11-27,09:00,25:00              | ROTA_NO_TIME
        Lin,2026-11-27,24:00,25:00              | ROTA_NO_TIME
        Lin,2026-11-27,09:00,09:00              | ROTA_SHIFT_EMPTY
        Lin,2026-11-27,09:00,08:00              | ROTA_SHIFT_TOO_LONG
        Lin,2026-11-27                          | ROTA_FIELDS
        Lin                                     | ROTA_FIELDS
        """)
    void aWrongLineIsNamed(String line, RotaReason reason) {
        var rota = read("name,date,from,to\nLin,2026-12-01,09:00,17:00\n" + line + "\n");
        assertThat(rota.faults()).hasSize(1);
        assertThat(rota.faults().getFirst().reason()).isEqualTo(reason);
        assertThat(rota.faults().getFirst().facts()).containsEntry("line", 3L);
        assertThat(rota.shifts()).isEmpty();
    }

    @Test
    void everyFaultIsNamedAtOnceInTheOrderOfTheLines() {
        var rota = read("""
            Lin,2026-11-27,09:00,17:00
            Lin,2026-11-27,16:00,20:00
            Bo,2026-11-27,09:00,17:00
            Mei Hua,2026-11-28,22:00,06:00
            Mei Hua,2026-11-29,05:00,09:00
            Lin,2026-11-30,off
            Lin,2026-11-30,09:00,10:00
            """);
        assertThat(rota.faults())
                .extracting(Refusal::reason)
                .containsExactly(
                        RotaReason.ROTA_OVERLAP,
                        RotaReason.ROTA_NAME_UNKNOWN,
                        RotaReason.ROTA_OVERLAP,
                        RotaReason.ROTA_OFF_AND_ON);
        assertThat(rota.faults()).extracting(fault -> fault.facts().get("line")).containsExactly(2L, 3L, 5L, 7L);
    }

    @Test
    void whatIsNoTableOrNeverEndsIsRefused() {
        assertThat(reasons("")).containsExactly(RotaReason.ROTA_EMPTY);
        assertThat(reasons("name,date,from,to\n")).containsExactly(RotaReason.ROTA_EMPTY);
        assertThat(reasons("\"Lin,2026-11-27\n")).containsExactly(RotaReason.ROTA_UNREADABLE);
        assertThat(reasons("Lin,2026-11-27,off\n".repeat(RotaReader.MOST_LINES + 1)))
                .containsExactly(RotaReason.ROTA_TOO_LONG);
        assertThat(reasons("x,y,z\n".repeat(500))).hasSizeLessThan(110);
    }

    @Test
    void twoOfOneNameCannotBeTold() {
        var rota = new RotaReader(List.of(lin, member("lin", "")), TODAY).read("Lin,2026-11-27,off");
        assertThat(rota.faults()).extracting(Refusal::reason).containsExactly(RotaReason.ROTA_NAME_OF_TWO);
    }

    private List<Object> reasons(String text) {
        return read(text).faults().stream().<Object>map(Refusal::reason).toList();
    }

    private Rota read(String text) {
        return new RotaReader(List.of(lin, mei), TODAY).read(text);
    }

    private static Crew.Member member(String en, String zh) {
        return new Crew.Member(new StaffId(UUID.randomUUID()), Words.of(en, zh), 1, false);
    }
}
