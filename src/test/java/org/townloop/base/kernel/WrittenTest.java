package org.townloop.base.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenTest {

    @Test
    void whatIsNotSeenIsTakenOut() {
        assertThat(Written.plain("a\u0000b \u202Eevil\u202C \u200Bc\u2066d\u2069\uFEFF\r\ne\tf "))
                .isEqualTo("ab evil cd\ne\tf");
    }

    @Test
    void whatJoinsLettersStays() {
        assertThat(Written.plain("👩\u200D🦰 می\u200Cخواهم")).isEqualTo("👩\u200D🦰 می\u200Cخواهم");
    }

    @Test
    void aNameIsSeenAndTurnsNothing() {
        assertThat(Written.isName("  李娜  ", 2)).isTrue();
        assertThat(Written.isName("👩\u200D🦰 می\u200Cخواهم", 20)).isTrue();
        assertThat(Written.isName("😀".repeat(60), 60)).as("letters, not units").isTrue();
        assertThat(Written.isName("a".repeat(61), 60)).isFalse();
        for (var junk : List.of(
                "",
                " \u00A0",
                "\u200D",
                "a\u0000b",
                "a\u202Eb",
                "a\u200Fb",
                "a\u061Cb",
                "a\u200Bb",
                "a\uFEFFb",
                "a\nb",
                "a\u2028b",
                "a\uD83Db")) {
            assertThat(Written.isName(junk, 60)).as(junk).isFalse();
        }
    }

    @Test
    void nothingToSeeIsNothing() {
        assertThat(Written.plain(null)).isNull();
        assertThat(Written.plain(" \u200B\u202E\u0007\n")).isNull();
    }
}
