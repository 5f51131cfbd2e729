package org.townloop.surface.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.townloop.supply.pack.Pattern;

class DrawingsTest {

    @ParameterizedTest
    @EnumSource(Pattern.Kind.class)
    void aPlaceAlwaysLooksTheSameAndNoOtherLikeIt(Pattern.Kind kind) {
        var pattern = new Pattern(kind, "#ead9c6", "#33281f", "#a8321f");
        assertThat(drawn(new PatternDrawing(pattern, "同心美发"))).isEqualTo(drawn(new PatternDrawing(pattern, "同心美发")));
        assertThat(drawn(new PatternDrawing(pattern, "同心美发")))
                .isNotEqualTo(drawn(new PatternDrawing(pattern, "老井理发")))
                .hasSizeLessThan(4_000);
    }

    private static String drawn(Content drawing) {
        var output = new StringOutput();
        drawing.writeTo(output);
        return output.toString();
    }
}
