package org.townloop.base.kernel;

import static org.assertj.core.api.Assertions.assertThat;

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
    void nothingToSeeIsNothing() {
        assertThat(Written.plain(null)).isNull();
        assertThat(Written.plain(" \u200B\u202E\u0007\n")).isNull();
    }
}
