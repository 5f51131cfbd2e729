package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.TestTown;
import org.townloop.base.kernel.Words;

/** Names as long as they may be, and names that turn the direction of what comes after them, on a narrow telephone. */
class LongNamesBrowserTests extends InTheCellar {

    private static final String TOO_WIDE = """
        () => [document.documentElement, ...document.querySelectorAll(".verdict *, .today *, .counter-top *, .units *")]
          .filter(each => each.getBoundingClientRect().right > innerWidth + 1
            || each === document.documentElement && each.scrollWidth > innerWidth)
          .map(each => each.tagName + "." + each.className).join(" ")
        """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
                "Anna Maria Theresia von und zu Hohenzollern-Sigmaringen-Hechingen und Haigerloch",
                "阿卜杜热依木阿卜杜热合曼阿卜杜热依木阿卜杜热合曼阿卜杜热依木阿卜杜热合曼阿卜杜热依木阿卜杜热合曼"
            })
    void noNameIsWiderThanTheTelephone(String name) throws IOException {
        var named = name.substring(0, Math.min(80, name.length()));
        day = SalonDay.selling(port, offers, Words.of(named, named));
        rename(named);
        var order = day.paid(SalonDay.AT_THREE);
        try (var counter = device(named.substring(0, Math.min(60, named.length())))) {
            counter.page().setViewportSize(390, 844);
            counter.says("1 of 1 still expected");
            assertThat(counter.page().evaluate(TOO_WIDE)).isEqualTo("");
            assertThat(counter.scan(day.token(order))).isEqualTo("good");
            assertThat(counter.page().evaluate(TOO_WIDE)).isEqualTo("");
            assertThat(counter.scan(day.token(order))).isEqualTo("bad");
            assertThat(counter.page().evaluate(TOO_WIDE)).isEqualTo("");
        }
    }

    @Test
    void aNameThatTurnsRoundTurnsNothingButItself() throws IOException {
        rename("L\u202eiN");
        var order = day.paid(SalonDay.AT_THREE);
        try (var counter = device("Front")) {
            counter.cutNetwork();
            assertThat(counter.scan(day.token(order))).isEqualTo("good");
            assertThat(counter.verdict()).contains("\u2068LiN\u2069, 15:00");
            assertThat(counter.page().locator("#app").innerText()).doesNotContain("\u202e");
        }
    }

    private void rename(String name) {
        TestTown.jdbc()
                .sql("update identity.person set name = ? where id = ?")
                .params(name, day.guest().id())
                .update();
        TestTown.jdbc()
                .sql("update merchant.place set name = jsonb_build_object('en', ?::text) where id = ?")
                .params(name, day.place())
                .update();
    }
}
