package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.Ad;

/** The board in the town's main street to which small ads are pinned. Nobody orders anything there. */
final class NoticeBoard {

    private static final int FEN = 100;
    private static final int STANDS_DAYS = 30;

    private final Dice dice;
    private final Ad standing;
    private final Instant since;

    NoticeBoard(Dice dice, Instant now) {
        this.dice = dice;
        this.standing = new Ad(Diary.day(now).plusDays(STANDS_DAYS));
        this.since = now.minus(Duration.ofDays(2));
    }

    Shop hungUp(Addresses addresses, Resident keeper) {
        var region = County.WILLOW_CREEK.region();
        return new Shop(
                ShopKind.NOTICE_BOARD,
                region,
                dice.id(region, since),
                dice.id(region, since),
                Words.of("Willow Creek notice board", "柳溪公告栏"),
                addresses.given("Bell Street", 2),
                "0500-318 2206",
                0,
                0,
                Week.of("1-7 9:00-20:00"),
                Map.of(),
                List.of(),
                List.of(),
                Texts.of(County.WILLOW_CREEK.code() + ".ads").stream()
                        .map(this::pinned)
                        .toList(),
                keeper,
                keeper,
                since);
    }

    private Sold pinned(List<String> fields) {
        return Sold.arranged(
                dice.id(County.WILLOW_CREEK.region(), since),
                Words.of(fields.get(0), fields.get(1)),
                Words.of(fields.get(2), fields.get(3)),
                Long.parseLong(fields.get(4)) * FEN,
                0,
                0,
                fields.get(5),
                List.of(),
                0,
                standing);
    }
}
