package org.townloop.loop.ordering;

import java.util.Map;
import org.townloop.supply.merchant.PlaceId;

/** How many orders at a place reached each stage within a span of time; a stage that none reached is 0. */
public record OrderCount(PlaceId place, Map<Stage, Integer> reached) {

    public int of(Stage stage) {
        return reached.getOrDefault(stage, 0);
    }
}
