package org.townloop.launch.demo;

import java.util.List;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Table;

/** The kinds of shop there are in the demo's trades. */
enum ShopKind {
    BARBER(
            'B',
            1.0,
            1,
            3,
            "chair",
            Seats.CHAIRS,
            "1-7 8:00-12:00 13:30-19:00",
            "2-7 8:30-19:30",
            "1-6 8:00-18:30; 7 8:00-12:00"),
    HAIR(
            'H',
            1.4,
            2,
            6,
            "chair",
            Seats.CHAIRS,
            "1-7 10:00-21:00",
            "2-7 9:30-13:00 14:00-20:30",
            "1-7 9:00-20:00",
            "1-5 10:00-20:00; 6-7 9:00-21:00"),
    NAILS('N', 0.8, 1, 3, "chair", Seats.TABLES, "1-7 10:30-21:30", "2-7 10:00-20:00"),
    FACE('F', 0.6, 1, 4, "room", Seats.ROOMS, "1-7 10:00-20:00", "1-6 9:30-12:30 13:30-20:00"),
    LASHES('L', 0.5, 1, 2, "room", Seats.ROOMS, "1-7 10:00-20:30", "3-7 11:00-21:00"),
    HEAD_SPA('S', 0.8, 2, 5, "washbasin", Seats.BASINS, "1-7 11:00-22:00", "1-5 12:00-21:30; 6-7 10:00-22:00"),
    RESTAURANT('R', "restaurants", Table.RESOURCE),
    SCHOOL('C', "classes", "room"),
    HOTEL('O', "hotels", "room"),
    HOME('M', "holiday-homes", "home"),
    HOUSEKEEPING('K', "housekeeping", ""),
    REPAIRS('W', "repairs", ""),
    TAXI('T', "taxi-and-local-rides", Ride.RESOURCE),
    ONLINE('E', "online-only", ""),
    MOVERS('V', "movers", ""),
    GROCER('G', "groceries", ""),
    NOTICE_BOARD('A', "small-ads", "");

    final char letter;
    final String trade;
    final double demand;
    final int leastStaff;
    final int mostStaff;
    final String resource;
    final List<Words> seats;
    final List<Week> weeks;

    ShopKind(
            char letter,
            double demand,
            int leastStaff,
            int mostStaff,
            String resource,
            List<Words> seats,
            String... weeks) {
        this.letter = letter;
        this.trade = "hair-and-beauty";
        this.demand = demand;
        this.leastStaff = leastStaff;
        this.mostStaff = mostStaff;
        this.resource = resource;
        this.seats = seats;
        this.weeks = List.of(weeks).stream().map(Week::of).toList();
    }

    /** Of a trade whose file says what its shops have. */
    ShopKind(char letter, String trade, String resource) {
        this.letter = letter;
        this.trade = trade;
        this.demand = 0;
        this.leastStaff = 0;
        this.mostStaff = 0;
        this.resource = resource;
        this.seats = List.of();
        this.weeks = List.of();
    }

    /** Whether its shops have staff and seats by chance, and not by a file. */
    boolean isOfHairAndBeauty() {
        return mostStaff > 0;
    }

    static ShopKind of(String letter) {
        for (var kind : values()) {
            if (kind.letter == letter.charAt(0)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of shop: " + letter);
    }

    /** What a visit occupies, by name. */
    private static final class Seats {

        static final List<Words> CHAIRS = List.of(
                Words.of("Chair by the window", "靠窗椅位"),
                Words.of("Middle chair", "中间椅位"),
                Words.of("Chair by the door", "靠门椅位"),
                Words.of("Corner chair", "角落椅位"),
                Words.of("Chair by the mirror wall", "镜墙椅位"),
                Words.of("Upstairs chair", "楼上椅位"),
                Words.of("Back chair", "里间椅位"));
        static final List<Words> TABLES = List.of(
                Words.of("Table by the window", "靠窗美甲台"),
                Words.of("Round table", "小圆台"),
                Words.of("Long table, left", "长台左位"),
                Words.of("Long table, right", "长台右位"));
        static final List<Words> ROOMS = List.of(
                Words.of("Plum Room", "梅间"),
                Words.of("Orchid Room", "兰间"),
                Words.of("Bamboo Room", "竹间"),
                Words.of("Chrysanthemum Room", "菊间"),
                Words.of("Lotus Room", "荷间"));
        static final List<Words> BASINS = List.of(
                Words.of("Basin one", "一号洗头床"),
                Words.of("Basin two", "二号洗头床"),
                Words.of("Basin three", "三号洗头床"),
                Words.of("Basin by the window", "靠窗洗头床"),
                Words.of("Basin five", "五号洗头床"),
                Words.of("Basin six", "六号洗头床"));
    }
}
