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
import org.townloop.supply.offer.Online;

/** Those who sell what is opened online, as the file has them; none of them keeps a shop. */
final class OnlineSellers {

    private static final int FEN = 100;

    private final Addresses addresses;
    private final Residents residents;
    private final Dice dice;
    private final Instant since;
    private final Map<UUID, String> opened = new HashMap<>();

    OnlineSellers(Addresses addresses, Residents residents, Dice dice, Instant since) {
        this.addresses = addresses;
        this.residents = residents;
        this.dice = dice;
        this.since = since;
    }

    List<Shop> shops() {
        var lines = Texts.of(County.WILLOW_CREEK.code() + ".online");
        var sellers = new ArrayList<Shop>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).getFirst().equals("S")) {
                sellers.add(seller(lines.get(i), lines.subList(i + 1, lines.size())));
            }
        }
        return sellers;
    }

    /** By offer: words as they are, of a file its title, of codes how they begin. */
    Map<UUID, String> opened() {
        return opened;
    }

    private Shop seller(List<String> fields, List<List<String>> below) {
        var region = County.WILLOW_CREEK.region();
        var name = fields.get(5).split(":");
        var author = new Shop.Worker(dice.id(region, since), Words.of(name[0], name[1]), 0, Optional.empty());
        return new Shop(
                ShopKind.ONLINE,
                region,
                dice.id(region, since),
                dice.id(region, since),
                Words.of(fields.get(1), fields.get(2)),
                addresses.given(fields.get(3), Integer.parseInt(fields.get(4))),
                "0500-%03d %04d".formatted(dice.between(200, 899), dice.between(0, 9_999)),
                Double.parseDouble(fields.get(6)),
                Double.parseDouble(fields.get(7)),
                new Week(List.of()),
                Map.of(),
                List.of(author),
                List.of(),
                below.stream()
                        .takeWhile(line -> line.getFirst().equals("O"))
                        .map(this::offer)
                        .toList(),
                residents.another(region),
                residents.another(region),
                since.plus(Duration.ofHours(dice.between(1, 2_000))));
    }

    private Sold offer(List<String> fields) {
        var id = dice.id(County.WILLOW_CREEK.region(), since);
        opened.put(id, fields.get(7).replace("\\n", "\n"));
        return Sold.arranged(
                id,
                Words.of(fields.get(1), fields.get(2)),
                Words.of(fields.get(3), fields.get(4)),
                Long.parseLong(fields.get(5)) * FEN,
                0,
                0,
                fields.get(8),
                List.of(),
                1,
                new Online(Online.Gives.valueOf(fields.get(6))));
    }
}
