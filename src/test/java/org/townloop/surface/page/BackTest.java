package org.townloop.surface.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "javascript:x",
                "",
                "/a\nb"
            })
    void theWayBackNeverLeadsElsewhere(String back) {
        assertThat(Back.within(back)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=剪发&when=周六"})
    void theWayBackLeadsWithinTheTown(String back) {
        assertThat(Back.within(back)).isEqualTo(back);
    }
}
