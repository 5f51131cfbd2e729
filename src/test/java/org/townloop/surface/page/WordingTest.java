package org.townloop.surface.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordingTest {

    private final Wording texts =
            new Wording(Texts.ENGLISH, Map.of("visits", "{count, plural, one {# visit} other {# visits}} of {name}’s"));

    @Test
    void aTextTakesItsFactsByName() {
        assertThat(texts.get("visits", "count", 1, "name", "Mei")).isEqualTo("1 visit of Mei’s");
        assertThat(texts.get("visits", Map.of("count", 1200, "name", "Mei"))).isEqualTo("1,200 visits of Mei’s");
    }

    @Test
    void aMissingTextStopsATest() {
        assertThatThrownBy(() -> texts.get("no.such"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no.such");
    }

    @Test
    void allSurfacesTextsAreFoundInBothLanguages() {
        var all = new Texts();
        assertThat(all.in(Texts.CHINESE).get("page.my-loop")).isEqualTo("我的圈");
        assertThat(all.in(Texts.ENGLISH).keys()).isEqualTo(all.in(Texts.CHINESE).keys());
    }
}
