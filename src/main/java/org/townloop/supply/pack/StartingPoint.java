package org.townloop.supply.pack;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.JsonNode;

/**
 * What a new merchant of a trade begins with, to be changed at will. Nothing is sold under it, so it has no versions.
 *
 * @param hours usual ones, the same for each day named
 * @param resources how many of each kind a small place has
 * @param rooms the types of rooms of a small house, for trades that let some
 * @param services what is usually sold
 */
public record StartingPoint(
        List<Hours> hours, Map<String, Integer> resources, List<Rooms> rooms, List<Usual> services) {

    static final StartingPoint NONE = new StartingPoint(List.of(), Map.of(), List.of(), List.of());

    /** @param weekday 1 is Monday */
    public record Hours(int weekday, LocalTime opens, LocalTime closes) {}

    /** @param units how many there are of the type */
    public record Rooms(Words name, int units) {}

    /** A time of every week. */
    public record Weekly(DayOfWeek day, LocalTime at) {}

    /**
     * Something that places of the trade usually sell.
     *
     * @param resource what it takes besides a person, or null
     * @param attributes as the pack's schema has them
     * @param dailyCapacity for trades that are had on a day; 0 for those that are booked at a time
     * @param people for how many a session or a room is; 0 where that is not said
     * @param weekly when it takes place, for trades with sessions
     */
    public record Usual(
            String key,
            Words title,
            Words description,
            Duration duration,
            Duration after,
            @Nullable String resource,
            JsonNode attributes,
            int dailyCapacity,
            int people,
            List<Weekly> weekly) {}
}
