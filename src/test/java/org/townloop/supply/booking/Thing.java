package org.townloop.supply.booking;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.PlaceId;

/** What the model of a place has: a table, or without seats a chair. */
record Thing(UUID id, PlaceId place, int seats, @Nullable String zone) {

    /** At one table, or at two or three of one zone. */
    static boolean isSeated(int people, Collection<Thing> free) {
        return free.stream().anyMatch(table -> table.seats() >= people)
                || free.stream()
                        .filter(table -> table.zone() != null)
                        .collect(Collectors.groupingBy(table -> String.valueOf(table.zone())))
                        .values()
                        .stream()
                        .anyMatch(zone -> mostOfThree(zone) >= people);
    }

    private static int mostOfThree(List<Thing> zone) {
        return zone.stream()
                .mapToInt(table -> -table.seats())
                .sorted()
                .limit(3)
                .map(seats -> -seats)
                .sum();
    }
}
