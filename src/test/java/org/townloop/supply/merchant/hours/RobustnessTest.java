package org.townloop.supply.merchant.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.townloop.base.region.HolidayCalendar;

/** Whatever is typed, it is read or refused, and soon. */
class RobustnessTest {

    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private static final List<String> SEEDS = List.of(
            "Mo-Fr 08:00-12:00,13:00-17:30; Sa 08:00-12:00; PH off",
            "Su-Tu 11:00-01:00, We-Th 11:00-03:00, Fr 11:00-06:00, Sa 11:00-07:00",
            "Apr-Oct: Mo-Su 08:00-20:00; Nov-Mar: Mo-Sa 09:00-17:00; Dec 24-Jan 02 off",
            "week 01-53/2 Mo[1,3,-1] 09:00-12:00; easter -2 days off || \"by appointment\"",
            "2026 Oct 01-2027 Mar 31: 10:00-12:00+, PH 12:00-14:00 unknown \"perhaps\"",
            "May Mo[1]-Sep Su[-1] 10:00-(sunset+01:00)/90; SH 24/7 off");

    private static final String SIGNS = "0123456789:;,-+/|[]().\"' \n\t年一é\uD83D\uDE00\0abMoPHx–—～：";
    private static final List<String> WORDS = List.of(
            "Mo",
            "Su",
            "Jan",
            "Dec",
            "PH",
            "SH",
            "week",
            "off",
            "open",
            "unknown",
            "easter",
            "24/7",
            "||",
            "[-1]",
            "99999999999",
            "10:00-26:00",
            "day",
            "sunset",
            "-",
            ",",
            ";",
            "\"");

    @Test
    void mutationsAreReadOrRefused() {
        var random = new Random(20_261_122);
        var read = 0;
        for (int i = 0; i < 30_000; i++) {
            read += taken(mutated(SEEDS.get(random.nextInt(SEEDS.size())), random)) ? 1 : 0;
        }
        assertThat(read).as("a mutation that is never taken tries nothing").isGreaterThan(1_000);
    }

    @Test
    void textsThatAParserMayRunAwayWithAreReadOrRefused() {
        for (var part : List.of(
                "Mo,",
                "Mo-",
                "1,",
                "1-",
                "10:00-12:00,",
                "((",
                "[[",
                "[1,",
                "\"\"",
                ";",
                "||",
                "Jan,",
                "Jan Mo[1]-",
                "week 1,",
                "PH,",
                "24/7,",
                "2026-",
                "10:00+,",
                "9",
                "Mo[1] +1 day,",
                "\0",
                "年")) {
            taken(part.repeat(Notation.LONGEST / part.length()));
            taken(part.repeat(Notation.LONGEST / part.length() / 2) + "10:00-12:00");
            taken("Mo " + part.repeat(Notation.LONGEST / part.length() / 2) + " off");
        }
    }

    /** Reads it and asks what was read. */
    private static boolean taken(String text) {
        var began = System.nanoTime();
        var taken = switch (Notation.read(text)) {
            case Reading.Read(var notation) -> {
                notation.days(DAY, DAY.plusDays(70), HolidayCalendar.NONE);
                PlainWeek.of(notation);
                yield true;
            }
            case Reading.Fault fault -> {
                assertThat(fault.position()).isBetween(1, text.length() + 2);
                yield false;
            }
        };
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as(text).isLessThan(LONGEST);
        return taken;
    }

    private static String mutated(String seed, Random random) {
        var text = new StringBuilder(seed);
        for (int change = 0; change <= random.nextInt(4); change++) {
            var at = random.nextInt(text.length() + 1);
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 1 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
                case 3 -> text.setLength(Math.max(1, at));
                default -> text.insert(at, seed.substring(0, random.nextInt(seed.length())));
            }
        }
        return text.toString();
    }
}
