package org.townloop.launch.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.townloop.base.kernel.RegionId;

/** The people of the demo town, each with a name of their own. */
final class Residents {

    private static final double SPEAK_CHINESE = 0.6;

    private final Dice dice;
    private final Instant since;
    private final List<List<String>> families;
    private final List<List<String>> given;
    private final Set<String> names = new HashSet<>();
    private final List<Resident> all = new ArrayList<>();

    /** @param since when the first of them came */
    Residents(Dice dice, Instant since) {
        this.dice = dice;
        this.since = since;
        this.families = names("family");
        this.given = names("given");
    }

    List<Resident> all() {
        return all;
    }

    List<Resident> some(RegionId region, int count) {
        var some = new ArrayList<Resident>();
        while (some.size() < count) {
            some.add(another(region));
        }
        return some;
    }

    Resident another(RegionId region) {
        while (true) {
            var family = dice.one(families);
            var first = dice.one(given);
            var chinese = dice.chance(SPEAK_CHINESE);
            var name = chinese ? family.get(2) + first.get(2) : family.get(1) + " " + first.get(1);
            if (names.add(name)) {
                return named(region, name, chinese);
            }
        }
    }

    Resident named(RegionId region, String name, boolean speaksChinese) {
        return named(region, name, speaksChinese, dice);
    }

    /** @param thrown by what their id is thrown */
    Resident named(RegionId region, String name, boolean speaksChinese, Dice thrown) {
        var resident =
                new Resident(thrown.id(region, since.plusSeconds(all.size() * 3_607L)), region, name, speaksChinese);
        all.add(resident);
        return resident;
    }

    private static List<List<String>> names(String part) {
        return Texts.of("names.txt").stream()
                .filter(fields -> fields.getFirst().equals(part))
                .toList();
    }
}
