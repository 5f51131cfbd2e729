package org.townloop.loop.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "haircuts | haircut",
                "A Barber near the Square | barber square",
                "the | the",
                "Café Renée | cafe renee",
                "ＨＡＩＲ | hair",
                "Wu's Garden | wu garden",
                "王府井烤鸭 | 王府井 烤鸭",
                "附近的理发店 | 理发店",
                "理髮 | 理发",
                "景山前街4号 | 景山前街 4 号",
                "同心美 | 同心美",
                "COSTA咖啡 | costa 咖啡",
                "'!?…' | ''",
            })
    void aQuestionIsCutIntoWhatItAsksFor(String question, String terms) {
        var wanted = Wanted.in(question).terms().stream()
                .map(term -> switch (term) {
                    case Term.Word(var _, var stem) -> stem;
                    case Term.Run(var characters) -> characters;
                    case Term.Slip(var folded, var _) -> folded;
                })
                .toList();
        assertThat(String.join(" ", wanted)).isEqualTo(terms);
    }

    @Test
    void thePhraseIsWhatWasTyped() {
        assertThat(Wanted.in("The Barber").tokens()).containsExactly("the", "barber");
        assertThat(Wanted.in("护国寺 4号").tokens()).containsExactly("护", "国", "寺", "4", "号");
    }
}
