package org.townloop.supply.merchant.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.townloop.base.kernel.Point;

class Gcj02Test {

    @Test
    void thePublishedPairIsMet() {
        // The test pair of the eviltransform project.
        var gcj = Gcj02.fromWgs84(new Point(31.1774276, 121.5272106));
        assertThat(gcj.lat()).isCloseTo(31.17530398364597, within(1e-9));
        assertThat(gcj.lon()).isCloseTo(121.531541859215, within(1e-9));
    }

    @Test
    void thereAndBackIsTheSameSpotAnywhereInChina() {
        var random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            var spot = new Point(random.nextDouble(4, 53), random.nextDouble(74, 135));
            var back = Gcj02.toWgs84(Gcj02.fromWgs84(spot));
            assertThat(back.metresTo(spot)).isLessThan(0.01);
        }
    }

    @Test
    void outsideOfChinaNothingIsShifted() {
        var washington = new Point(38.9, -77.03);
        assertThat(Datum.GCJ02.toWgs84(washington)).isEqualTo(washington);
    }

    @Test
    void whatIsInWgs84AlreadyIsLeftAlone() {
        var beijing = new Point(39.9, 116.4);
        assertThat(Datum.WGS84.toWgs84(beijing)).isEqualTo(beijing);
        assertThat(Datum.GCJ02.toWgs84(beijing).metresTo(beijing)).isBetween(300.0, 700.0);
    }
}
