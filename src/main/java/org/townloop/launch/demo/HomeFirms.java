package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.townloop.base.kernel.Words;

/** Opens the firms of the town whose people go to homes, as the file has them. */
final class HomeFirms {

    /** Whose people the demo signs in as. */
    static final String KNOWN = "Bright Windows Housekeeping";

    private static final int FEN = 100;

    /**
     * A firm and the crews that go out together.
     *
     * @param crews by offer: how many come
     */
    record Firm(Shop shop, List<List<Shop.Worker>> crews, Map<UUID, Integer> teams) {}

    private final Addresses addresses;
    private final Residents residents;
    private final Resident known;
    private final Dice dice;
    private final Instant since;
    private final List<List<String>> names = Texts.of("staff.txt");

    HomeFirms(Addresses addresses, Residents residents, Resident known, Dice dice, Instant since) {
        this.addresses = addresses;
        this.residents = residents;
        this.known = known;
        this.dice = dice;
        this.since = since;
    }

    List<Firm> opened() {
        var lines = Texts.of(County.WILLOW_CREEK.code() + ".homes");
        var firms = new ArrayList<Firm>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).getFirst().equals("F")) {
                var services = lines.subList(i + 1, lines.size()).stream()
                        .takeWhile(line -> line.getFirst().equals("O"))
                        .toList();
                firms.add(firm(lines.get(i), services));
            }
        }
        return firms;
    }

    private Firm firm(List<String> fields, List<List<String>> services) {
        var region = County.WILLOW_CREEK.region();
        var crew = Integer.parseInt(fields.get(8));
        var staff = dice.some(crew * Integer.parseInt(fields.get(7)), names).stream()
                .map(name -> new Shop.Worker(
                        dice.id(region, since), Words.of(name.get(0), name.get(1)), 0, Optional.empty()))
                .toList();
        var crews = new ArrayList<List<Shop.Worker>>();
        for (int i = 0; i < staff.size(); i += crew) {
            crews.add(staff.subList(i, i + crew));
        }
        var teams = new HashMap<UUID, Integer>();
        var offers = services.stream().map(line -> offer(line, staff, teams)).toList();
        var isKnown = fields.get(2).equals(KNOWN);
        var shop = new Shop(
                fields.get(1).equals("housekeeping") ? ShopKind.HOUSEKEEPING : ShopKind.REPAIRS,
                region,
                dice.id(region, since),
                dice.id(region, since),
                Words.of(fields.get(2), fields.get(3)),
                addresses.given(fields.get(4), Integer.parseInt(fields.get(5))),
                "0500-%03d %04d".formatted(dice.between(200, 899), dice.between(0, 9_999)),
                4.75,
                1,
                Week.of(fields.get(6)),
                Map.of(),
                staff,
                List.of(),
                offers,
                isKnown ? known : residents.another(region),
                isKnown ? known : residents.another(region),
                since.plus(Duration.ofHours(dice.between(1, 2_000))));
        return new Firm(shop, crews, teams);
    }

    private Sold offer(List<String> fields, List<Shop.Worker> staff, Map<UUID, Integer> teams) {
        var id = dice.id(County.WILLOW_CREEK.region(), since);
        teams.put(id, Integer.parseInt(fields.get(7)));
        return new Sold(
                id,
                Words.of(fields.get(1), fields.get(2)),
                Words.of(fields.get(3), fields.get(4)),
                Long.parseLong(fields.get(5)) * FEN,
                Optional.empty(),
                Integer.parseInt(fields.get(6)),
                0,
                5,
                List.of(),
                fields.get(8),
                staff,
                1,
                Optional.empty());
    }
}
