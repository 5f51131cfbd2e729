package org.townloop.loop.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How letters are read as pinyin. */
class SoundsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gongbao | gong bao, gong ba o*",
                "gongbaojiding | gong bao ji ding*, gong ba o ji ding*",
                "gongbaoj | gong bao j*, gong ba o j*",
                "xian | xian, xi an, xi a n*",
                "wang | wang",
                "hand | ''",
                "perm | ''",
                "cut | ''",
                "haircut | ''",
                "gong2 | ''",
                "宫保 | ''",
            })
    void aWordIsCutIntoSyllables(String word, String spellings) {
        assertThat(Sounds.spellings(word).stream()
                        .map(each -> String.join(" ", each.syllables())
                                + (each.begun() == null ? "" : " " + each.begun() + "*"))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(spellings);
    }

    @Test
    void aCharacterIsReadInAllItsWays() {
        assertThat(Readings.of('行')).contains("xing", "hang");
        assertThat(Readings.of('重')).contains("zhong", "chong");
        assertThat(Readings.of('女')).contains("nv", "nu");
        assertThat(Readings.of('a')).isEmpty();
    }

    @Test
    void initialsAreLettersThatSyllablesBeginWith() {
        assertThat(Sounds.areInitials("gbjd")).isTrue();
        assertThat(Sounds.areInitials("cut")).isFalse();
        assertThat(Sounds.areInitials("g")).isFalse();
        assertThat(Sounds.areInitials("gbjdgbjdgbjdgbjd")).isFalse();
    }
}
