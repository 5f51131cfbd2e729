package org.townloop.loop.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Regions;

/** What is suggested while somebody types. */
class SuggestionsTests extends Searching {

    @Autowired
    private Suggestions suggestions;

    @Autowired
    private Regions regions;

    @BeforeEach
    void aMap() {
        ScannedMeaning.putOnTheMap();
        regions.reload();
    }

    @ParameterizedTest
    @CsvSource({
        "hair, Hair and beauty",
        "美发, 美容美发",
        "meifa, 美容美发",
        "mrmf, 美容美发",
        "sich, 川菜",
        "chuanc, 川菜",
        "drum, 鼓楼",
        "gulou, 鼓楼",
        "gl, 鼓楼",
        "长途, 长途汽车站",
        "haircu, 剪发",
        "jianfa, 剪发",
        "jf, 剪发",
        "tongx, 同心美发",
        "txmf, 同心美发",
    })
    void whatBeginsSoIsSuggestedInEitherScript(String typed, String expected) {
        assertThat(suggested(typed).stream().flatMap(each -> Wordings.both(each.text()).stream()))
                .contains(expected);
    }

    @Test
    void whatIsSuggestedFindsSomethingWhenItIsAsked() {
        for (var typed : List.of("hair", "jianfa", "quiet", "tongx")) {
            for (var each : suggested(typed)) {
                if (each.kind() == Suggestion.Kind.NAME || each.kind() == Suggestion.Kind.TRADE) {
                    var asked = each.asks().entrySet().iterator().next();
                    assertThat(find("region", "test-shanghai", asked.getKey(), asked.getValue())
                                    .total())
                            .as("%s", each)
                            .isPositive();
                }
            }
        }
        assertThat(suggested("quiet")).anySatisfy(each -> {
            assertThat(each.kind()).isEqualTo(Suggestion.Kind.ATTRIBUTE);
            assertThat(each.asks())
                    .containsEntry("pack", "hair-and-beauty")
                    .containsEntry("attr.hair-and-beauty.quiet", "true");
        });
    }

    @Test
    void whatIsTooShortOrBeginsNothingSuggestsNothing() {
        assertThat(suggested("")).isEmpty();
        assertThat(suggested("h")).isEmpty();
        assertThat(suggested("qqqqqq")).isEmpty();
        assertThat(suggested("a ".repeat(90))).isEmpty();
        assertThat(suggestions.of("x".repeat(201), salon.region(), Locale.ENGLISH))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void thereAreNeverMoreThanTen() {
        for (var typed : List.of("sh", "理", "ha", "s ", "cu")) {
            assertThat(suggested(typed))
                    .hasSizeLessThanOrEqualTo(Suggestions.MOST)
                    .doesNotHaveDuplicates();
        }
    }

    private List<Suggestion> suggested(String typed) {
        return value(suggestions.of(typed, salon.region(), Locale.CHINA));
    }
}
