package org.townloop.surface.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.SetMenu;

class MenuLinesTest {

    private static final Money PRICE = Money.of(8_800, "CNY");

    @Test
    void aMenuThatIsReadAndWrittenIsTheSame() {
        var text = "Main: Noodles | Fish / 鱼 +10\n汤: 例汤 | 鱼汤 +5.5";
        var menu = read(text);
        assertThat(menu.courses()).hasSize(2);
        var fish = menu.courses().getFirst().dishes().get(1);
        assertThat(fish.name()).isEqualTo(new Words("Fish", "鱼"));
        assertThat(fish.extraMinor()).isEqualTo(1_000);
        assertThat(menu.courses().get(1).name()).isEqualTo(new Words(null, "汤"));
        assertThat(MenuLines.written(menu, PRICE)).isEqualTo(text);
        assertThat(read(MenuLines.written(menu, PRICE))).isEqualTo(menu);
    }

    @Test
    void chineseColonsAndBarsAreReadToo() {
        assertThat(read("主菜：面条｜鱼 ＋10")).isEqualTo(read("主菜: 面条 | 鱼 +10"));
    }

    @Test
    void aLineWithoutDishesIsNamed() {
        assertThat(MenuLines.read("Main", 2))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.refusal().facts().toString()).contains("Main"));
        assertThat(read(" \n\n")).isEqualTo(SetMenu.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Main: Fish +-5", "Main: Fish +1.555", "Main: Fish +99999999999999999999", "Main: Fish +5 yuan"})
    void aPriceOnTopThatCannotBeReadIsNamedAndNotRounded(String line) {
        assertThat(MenuLines.read("Soup: Greens\n" + line, 2))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().facts()).containsEntry("line", line));
    }

    @Test
    void aPlusBeforeALetterBelongsToTheName() {
        var dish = read("Main: Fish + chips").courses().getFirst().dishes().getFirst();
        assertThat(dish.name()).isEqualTo(new Words("Fish + chips", null));
        assertThat(dish.extraMinor()).isZero();
    }

    private static SetMenu read(String text) {
        return switch (MenuLines.read(text, 2)) {
            case Outcome.Done<SetMenu>(var menu) -> menu;
            case Outcome.Refused<SetMenu>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
