package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.base.region.Regions;
import org.townloop.loop.screening.Hit;
import org.townloop.surface.page.MapFrame;
import org.townloop.surface.page.Page;

/** Makes the map of a page. */
@Component
class Maps {

    private static final List<Integer> SCALES_METRES = List.of(100, 200, 500, 1000, 2000, 5000);
    private static final Point NOWHERE = new Point(0, 0);

    private final Regions regions;

    Maps(Regions regions) {
        this.regions = regions;
    }

    /** The results of a search; the pins lead to the cards. */
    TownMap of(Page page, List<Hit> hits, List<Card> cards, @Nullable Point near) {
        var pins = new ArrayList<TownMap.Pin>();
        for (int i = 0; i < hits.size(); i++) {
            var point = hits.get(i).point();
            var price = cards.get(i).price();
            if (point != null) {
                pins.add(new TownMap.Pin(
                        point,
                        cards.get(i).title(),
                        price == null ? "" : price,
                        "#" + cards.get(i).anchor()));
            }
        }
        return map(page, pins, near, 420, 560);
    }

    /** One place among its streets. */
    TownMap of(Page page, Point place, String name) {
        return map(page, List.of(new TownMap.Pin(place, name, name, "#place")), null, 640, 360);
    }

    private TownMap map(Page page, List<TownMap.Pin> pins, @Nullable Point near, int width, int height) {
        var points = new ArrayList<>(pins.stream().map(TownMap.Pin::point).toList());
        var centre = page.region().centre();
        if (near != null) {
            points.add(near);
        }
        var frame = MapFrame.around(points, centre == null ? NOWHERE : centre, width, height);
        return new TownMap(
                frame,
                regions.features(page.region().id()),
                pins,
                page.locale(),
                page.text("portal.map"),
                scale(page, frame));
    }

    /** The longest round distance that takes up no more than a quarter of the map. */
    private static TownMap.Scale scale(Page page, MapFrame frame) {
        var metres = SCALES_METRES.stream()
                .filter(each -> each <= frame.metresAcross() / 4)
                .reduce((shorter, longer) -> longer)
                .orElse(SCALES_METRES.getFirst());
        return new TownMap.Scale(metres, page.formats().distance(metres));
    }
}
