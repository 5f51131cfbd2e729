package org.townloop.surface.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {

    @ParameterizedTest
    @CsvSource({"near the square, the square", "The Square, The Square", "广场附近, 广场", "在广场旁边, 广场", "靠近钟楼, 钟楼"})
    void namesTheSpotWithoutItsNear(String typed, String spot) {
        assertThat(Headline.bare(typed)).isEqualTo(spot);
    }
}
