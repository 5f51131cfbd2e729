package org.townloop.launch.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Who goes where: most come back to the same few places, and nobody twice a day. */
final class Custom {

    private record Outing(UUID resident, LocalDate day) {}

    private static final Set<String> KNOWN_TO_THE_DEMO =
            Set.of(TongxinHair.NAME, "Old Well Barber", "Fingertip Diary", Restaurants.KNOWN);
    private static final int TRIES = 30;
    private static final double REGULAR = 0.6;
    private static final double FROM_ELSEWHERE = 0.04;

    private final List<Resident> all;
    private final Map<Integer, List<Resident>> ofCounty = new HashMap<>();
    private final Map<UUID, List<Resident>> regulars = new HashMap<>();
    private final Set<Outing> outings = new HashSet<>();
    private final Dice dice;

    /** @param among whom the demo signs in as: they are regulars where the documents say so */
    Custom(List<Resident> residents, SignIns among, List<Shop> shops, Dice dice) {
        this.all = residents;
        this.dice = dice;
        residents.forEach(resident -> ofCounty.computeIfAbsent(resident.region().number(), each -> new ArrayList<>())
                .add(resident));
        for (var shop : shops) {
            var known = dice.some(6 + (int) (6 * shop.popularity()), of(shop));
            if (KNOWN_TO_THE_DEMO.contains(String.valueOf(shop.name().en()))) {
                known.addAll(List.of(among.resident(), among.secondResident()));
            }
            regulars.put(shop.id(), known);
        }
    }

    /** Nobody, if all whom chance names have been out that day. */
    Optional<Resident> guest(Shop shop, LocalDate day) {
        return Stream.generate(() -> whoever(shop))
                .limit(TRIES)
                .filter(guest -> outings.add(new Outing(guest.id(), day)))
                .findFirst();
    }

    private Resident whoever(Shop shop) {
        if (dice.chance(REGULAR)) {
            return dice.one(regulars.getOrDefault(shop.id(), all));
        }
        return dice.chance(FROM_ELSEWHERE) ? dice.one(all) : dice.one(of(shop));
    }

    private List<Resident> of(Shop shop) {
        return ofCounty.getOrDefault(shop.region().number(), all);
    }
}
