package org.townloop.surface.office;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.ordering.OrderCount;
import org.townloop.loop.ordering.Stage;

/** How many went how far round the loop, and how many were lost on the way. */
record Flow(Map<Kind, Integer> counts) {

    static final Flow NONE = new Flow(Map.of());

    /** What is counted. */
    enum Kind {
        HELD(Stage.HELD, null),
        PAID(Stage.PAID, null),
        VISITED(null, null),
        REVIEWED(null, null),
        EXPIRED(Stage.EXPIRED, HELD),
        CANCELLED(Stage.CANCELLED, PAID),
        MISSED(Stage.MISSED, PAID),
        UNSPOKEN(null, VISITED);

        static final List<Kind> STATIONS = List.of(HELD, PAID, VISITED, REVIEWED);
        static final List<Kind> LEAKS = List.of(EXPIRED, CANCELLED, MISSED, UNSPOKEN);

        private final @Nullable Stage stage;
        private final @Nullable Kind outOf;

        Kind(@Nullable Stage stage, @Nullable Kind outOf) {
            this.stage = stage;
            this.outOf = outOf;
        }

        /** Of orders, or null of visits. */
        @Nullable
        Stage stage() {
            return stage;
        }

        /** Of which station it is a leak, or null if it is a station. */
        @Nullable
        Kind outOf() {
            return outOf;
        }

        /** Its name in addresses and texts. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The page that lists it. */
        String path() {
            return stage == null ? "/office/visits" : "/office/orders";
        }

        static @Nullable Kind of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElse(null);
        }
    }

    int of(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** A leak as a share of what it leaks from; 0 if there was nothing. */
    double share(Kind leak) {
        var outOf = leak.outOf();
        var whole = outOf == null ? 0 : of(outOf);
        return whole == 0 ? 0 : (double) of(leak) / whole;
    }

    boolean isEmpty() {
        return counts.values().stream().allMatch(count -> count == 0);
    }

    Flow plus(Flow other) {
        var sum = new EnumMap<Kind, Integer>(Kind.class);
        for (var kind : Kind.values()) {
            sum.put(kind, of(kind) + other.of(kind));
        }
        return new Flow(sum);
    }

    static Flow orders(OrderCount count) {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        for (var kind : Kind.values()) {
            if (kind.stage() instanceof Stage stage) {
                counts.put(kind, count.of(stage));
            }
        }
        return new Flow(counts);
    }

    static Flow visits(int visits) {
        return new Flow(Map.of(Kind.VISITED, visits, Kind.UNSPOKEN, visits));
    }

    /** Takes the reviewed visits out of those of which nobody spoke. */
    static Flow reviews(int reviewed) {
        return new Flow(Map.of(Kind.REVIEWED, reviewed, Kind.UNSPOKEN, -reviewed));
    }
}
