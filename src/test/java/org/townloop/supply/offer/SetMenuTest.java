package org.townloop.supply.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.SetMenu.Course;
import org.townloop.supply.offer.SetMenu.Dish;

class SetMenuTest {

    private static final Money PRICE = Money.of(6_800, "CNY");
    private static final Course SOUP = course("soup", new Dish("greens", words("greens"), 0));
    private static final Course MAIN =
            course("main", new Dish("fish", words("fish"), 0), new Dish("beef", words("beef"), 1_200));
    private static final SetMenu MENU = new SetMenu(List.of(SOUP, MAIN));

    @Test
    void oneAnswerIsForAll() {
        assertThat(extra(Map.of("main", "beef"), 4)).isEqualTo(4_800);
        assertThat(MENU.chosen(Map.of("main", "beef"), 4))
                .extracting(SetMenu.Chosen::count)
                .containsExactly(4, 4);
    }

    @Test
    void aGuestMayHaveSomethingElse() {
        var answers = Map.of("main", "fish", "main.2", "beef", "main.4", " ");
        assertThat(extra(answers, 4)).isEqualTo(1_200);
        assertThat(MENU.chosen(answers, 4))
                .extracting(chosen -> chosen.dish().key() + " " + chosen.count())
                .containsExactly("greens 4", "fish 3", "beef 1");
    }

    @Test
    void whatNobodyChoseIsAskedFor() {
        assertThat(reason(Map.of(), 1)).isEqualTo(MenuReason.CHOICE_MISSING);
        assertThat(reason(Map.of("main.1", "beef"), 2)).isEqualTo(MenuReason.CHOICE_MISSING);
        assertThat(reason(Map.of("main", "swan"), 1)).isEqualTo(MenuReason.CHOICE_UNKNOWN);
        assertThat(reason(Map.of("main", "fish", "soup", "oyster"), 1)).isEqualTo(MenuReason.CHOICE_UNKNOWN);
    }

    @Test
    void anAnswerCannotSayWhatItCosts() {
        assertThat(extra(Map.of("main", "beef", "main.extraMinor", "0", "extra", "-1"), 1))
                .isEqualTo(1_200);
    }

    @Test
    void aMenuThatCannotBeChosenFromIsNoMenu() {
        assertThat(refusal(MENU)).isNull();
        assertThat(refusal(new SetMenu(List.of(MAIN, MAIN)))).isNotNull();
        assertThat(refusal(new SetMenu(List.of(course("main"))))).isNotNull();
        assertThat(refusal(new SetMenu(List.of(course("main", new Dish("fish", words("fish"), -1))))))
                .isNotNull();
        assertThat(refusal(new SetMenu(List.of(course("a main", new Dish("fish", words("fish"), 0))))))
                .isNotNull();
        assertThat(refusal(new SetMenu(List.of(course("main", new Dish("fish", words(" "), 0))))))
                .isNotNull();
    }

    private static long extra(Map<String, String> answers, int units) {
        return MENU.extra(answers, units, PRICE) instanceof Outcome.Done<Money>(var extra) ? extra.minor() : -1;
    }

    private static Object reason(Map<String, String> answers, int units) {
        return MENU.extra(answers, units, PRICE) instanceof Outcome.Refused<Money>(var refusal)
                ? refusal.reason()
                : "done";
    }

    private static Course course(String key, Dish... dishes) {
        return new Course(key, words(key), List.of(dishes));
    }

    private static Words words(String text) {
        return Words.of(text, text);
    }

    private static @Nullable Refusal refusal(SetMenu menu) {
        return MenuRules.refusal(menu, new WalkIn(10, 1, null, Set.of()));
    }
}
