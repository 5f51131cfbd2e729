package org.townloop.supply.merchant.hours;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be taken names its part, where it stands, and how it is spelt if that is known. */
class NotationFaultTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        daily 09:00-18:00                  | UNREADABLE   | 1  | daily
        周三下午 14:00-18:00               | UNREADABLE   | 1  | 周三下午
        Mo-Fr 09:00-18:00 Sa 10:00-12:00   | UNREADABLE   | 19 | Sa
        Mo-Fr 25:00-26:00                  | UNREADABLE   | 7  | 25
        Mo- 10:00-12:00                    | UNREADABLE   | 3  | -
        Mo-Fr 0900-1800                    | UNREADABLE   | 7  | 0900
        Mo-Fr 10:60-11:00                  | NO_SUCH_TIME | 7  | 10:60
        Mo 10:00-49:00                     | NO_SUCH_TIME | 10 | 49:00
        Mo 10:00-12:00; Feb 30 off         | NO_SUCH_DAY  | 17 | Feb 30
        Apr 31 off                         | NO_SUCH_DAY  | 1  | Apr 31
        Mo-Fr sunrise-sunset               | SUN          | 7  | sunrise
        Mo-Fr 10:00-(sunset-01:00)         | SUN          | 14 | sunset
        Mo-Fr 10:00-12:00; SH off          | SCHOOL       | 20 | SH
        Mo 10:00                           | NO_END       | 4  | 10:00
        10:00-16:00/90                     | NOT_COUNTED  | 1  | 10:00-16:00/01:30
        Mo 10:00-12:00; Dec 24 +Su off     | NOT_COUNTED  | 17 | Dec 24+Su
        Jan-Dec/2 10:00-12:00              | NOT_COUNTED  | 1  | Jan-Dec/2
        """)
    void thePartIsNamed(String typed, Reading.Kind kind, int position, String part) {
        assertThat(Notation.read(typed)).isEqualTo(new Reading.Fault(kind, position, part, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Mo-Fr 9-18                     | 7  | 9    | Mo-Fr 09:00-18:00
        Mo-Fr 9am-6pm                  | 8  | am   | Mo-Fr 09:00-18:00
        Mon-Fri 10:00-12:00            | 1  | Mon  | Mo-Fr 10:00-12:00
        Mo-So 09:00-18:00              | 4  | So   | Mo-Su 09:00-18:00
        Oct 1-7 off                    | 5  | 1    | Oct 01-07 off
        周一至周五 09:00-18:00         | 1  | 周一至周五 | Mo-Fr 09:00-18:00
        每天 11:00-14:00 17:00-21:00；周一休息 | 1  | 每天 | Mo-Su 11:00-14:00,17:00-21:00; Mo off
        Mo-Fr 09：00－18：00；Sa 10:00-16:00 | 9  | ：   | Mo-Fr 09:00-18:00; Sa 10:00-16:00
        """)
    void whatIsMerelyMisspeltIsSpelt(String typed, int position, String part, String fix) {
        assertThat(Notation.read(typed)).isEqualTo(new Reading.Fault(Reading.Kind.UNREADABLE, position, part, fix));
        assertThat(Notation.read(fix)).isInstanceOf(Reading.Read.class);
    }

    @Test
    void aCommentNeedsAnEnd() {
        assertThat(Notation.read("Mo-Fr 10:00-12:00 \"x"))
                .isEqualTo(new Reading.Fault(Reading.Kind.QUOTE_OPEN, 19, "\"", null));
    }

    @Test
    void aTextMayBeTooLong() {
        assertThat(Notation.read("Mo 10:00-12:00; ".repeat(40)))
                .isInstanceOfSatisfying(
                        Reading.Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Reading.Kind.TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"20:00-02:00\" Mo", "Mo 20:00-02:00 \"not 20:00-02:00\""})
    void whatStandsInACommentIsLeftAlone(String text) {
        assertThat(Spelling.throughTheNight(text)).contains("20:00-02:00\"");
    }
}
