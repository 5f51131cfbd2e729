package org.townloop.surface.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.townloop.base.kernel.Point;

class MapFrameTest {

    private static final Point SQUARE = new Point(30.27, 119.72);
    private static final Point BRIDGE = new Point(30.28, 119.73);

    @Test
    void theFrameShowsAllItIsAskedToShow() {
        var frame = MapFrame.around(List.of(SQUARE, BRIDGE), SQUARE, 420, 560);
        assertThat(frame.shows(SQUARE)).isTrue();
        assertThat(frame.shows(BRIDGE)).isTrue();
        assertThat(frame.y(BRIDGE)).isLessThan(frame.y(SQUARE));
    }

    @Test
    void distancesOnTheMapAreTrue() {
        var frame = MapFrame.around(List.of(SQUARE, BRIDGE), SQUARE, 420, 560);
        var drawn = Math.hypot(frame.x(BRIDGE) - frame.x(SQUARE), frame.y(BRIDGE) - frame.y(SQUARE));
        assertThat(drawn * frame.metresPerUnit()).isCloseTo(SQUARE.metresTo(BRIDGE), within(3.0));
    }

    @Test
    void aPointFarOffDoesNotTakeTheMapAway() {
        var frame = MapFrame.around(List.of(SQUARE, BRIDGE, new Point(3.0, 9.0)), SQUARE, 420, 560);
        assertThat(frame.shows(SQUARE)).isTrue();
        assertThat(frame.shows(BRIDGE)).isTrue();
    }

    @Test
    void aSinglePlaceIsShownWithItsSurroundings() {
        assertThat(MapFrame.around(List.of(SQUARE), SQUARE, 420, 560).metresAcross())
                .isEqualTo(900);
    }

    @Test
    void whatIsTappedIsWhatIsDrawnThere() {
        var frame = new MapFrame(new Point(30.27, 119.72), 4_000, 320, 320);
        var tapped = frame.at(40, 250);
        assertThat(frame.x(tapped)).isCloseTo(40, within(0.001));
        assertThat(frame.y(tapped)).isCloseTo(250, within(0.001));
        assertThat(frame.at(160, 160)).isEqualTo(frame.middle());
    }
}
