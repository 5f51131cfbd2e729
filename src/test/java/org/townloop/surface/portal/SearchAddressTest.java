package org.townloop.surface.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchAddressTest {

    @Test
    void aChangedQuestionBeginsAtTheFirstPageAgain() {
        var address = asked(Map.of("q", List.of("剪发"), "cursor", List.of("abc")));
        assertThat(address.with("sort", "near")).hasToString("/search?q=%E5%89%AA%E5%8F%91&sort=near");
        assertThat(address.from("def").first("cursor")).isEqualTo("def");
    }

    @Test
    void aSecondTapTakesAConditionAway() {
        var address = asked(Map.of("attr.quiet", List.of("true")));
        assertThat(address.toggled("attr.services", "cut")
                        .toggled("attr.services", "wash")
                        .parameters()
                        .get("attr.services"))
                .containsExactly("cut", "wash");
        assertThat(address.toggled("attr.quiet", "true")).hasToString("/search");
    }

    @Test
    void blankFieldsAreNotAsked() {
        assertThat(asked(Map.of("q", List.of("  "), "where", List.of("")))).hasToString("/search");
    }

    private static SearchAddress asked(Map<String, List<String>> parameters) {
        return new SearchAddress(new LinkedHashMap<>(parameters));
    }
}
