package org.townloop.launch.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.townloop.base.kernel.Words;
import org.townloop.launch.demo.Shop.Worker;
import tools.jackson.databind.json.JsonMapper;

/** The place that the documents speak of, twelve Bell Street, and whom its demo sign-ins work for. */
final class TongxinHair {

    static final String NAME = "Tongxin Hair";

    /** When Mei has guests on the Saturday to come; the rest of its afternoon is free. */
    static final List<Integer> TAKEN_ON_SATURDAY =
            List.of(9 * 60 + 30, 10 * 60 + 15, 11 * 60 + 30, 12 * 60 + 15, 15 * 60 + 45, 17 * 60 + 30);

    private static final Week OPEN = Week.of("1-7 9:00-20:00");
    private static final int AFTERNOON_BEGINS = 13 * 60;
    private static final int AFTERNOON_ENDS = 18 * 60;
    private static final int YUAN = 100;

    /** Throws for this house alone, so that what the rest of the town throws stays as it is. */
    private static final long BELL_STREET = 12;

    private TongxinHair() {}

    static Shop open(Shops shops, List<String> fields, SignIns people, Dice dice, JsonMapper json, Instant since) {
        var mei = shops.worker(Words.of("Mei", "梅师傅"), 0.2, Optional.of(Week.of("2-7 9:00-19:00")));
        var jun = shops.worker(Words.of("Jun", "阿俊"), 0, Optional.empty());
        var wei = shops.worker(Words.of("Old Wei", "老魏"), 0.05, Optional.of(Week.of("1-6 9:00-12:00 13:00-18:00")));
        var staff = List.of(mei, jun, wei);
        var region = County.WILLOW_CREEK.region();
        var offers = new Offers(
                region,
                staff,
                new Manners(json, dice),
                new Pricing(0.5, dice),
                dice,
                since,
                since.plus(Duration.ofDays(300)));
        var shop = shops.shop(ShopKind.HAIR, fields, OPEN, staff, menu(offers, mei, jun, wei, since), since);
        return new Shop(
                shop.kind(),
                region,
                shop.id(),
                shop.merchant(),
                shop.name(),
                shop.address(),
                shop.phone(),
                4.85,
                11,
                OPEN,
                Map.of(),
                staff,
                shops.seats(ShopKind.HAIR, 3),
                shop.offers(),
                people.merchant(),
                people.counter(),
                since);
    }

    static boolean isIt(Shop shop) {
        return NAME.equals(shop.name().en());
    }

    /** The Saturday whose afternoon is kept free with Mei, for whoever tries the loop. */
    static LocalDate saturdayAfter(LocalDate today) {
        return today.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
    }

    static boolean isKeptFree(Shop shop, Worker worker, LocalDate day, LocalDate today, int from, int to) {
        return isIt(shop)
                && "Mei".equals(worker.name().en())
                && (day.equals(saturdayAfter(today)) || day.equals(today) && day.getDayOfWeek() == DayOfWeek.SATURDAY)
                && from < AFTERNOON_ENDS
                && AFTERNOON_BEGINS < to;
    }

    private static List<Sold> menu(Offers offers, Worker mei, Worker jun, Worker wei, Instant since) {
        var menu = Menu.of(ShopKind.HAIR);
        return List.of(
                withoutBuffer(offers.with(mei, menu.first(), 88 * YUAN)),
                offers.offer(menu.first(), 58 * YUAN, List.of(jun, wei)),
                offers.offer(menu.named("Children’s cut"), 38 * YUAN, List.of(jun)),
                offers.offer(menu.named("Plant colour for grey hair"), 198 * YUAN, List.of(mei, wei)),
                offers.alongside(
                        new Dice(BELL_STREET).id(County.WILLOW_CREEK.region(), since),
                        Menu.of(ShopKind.NAILS).named("Plain manicure"),
                        48 * YUAN,
                        List.of(jun)),
                offers.offer(menu.named("Soft perm"), 298 * YUAN, List.of(jun)));
    }

    private static Sold withoutBuffer(Sold offer) {
        return new Sold(
                offer.id(),
                offer.title(),
                offer.description(),
                offer.price(),
                offer.rise(),
                offer.minutes(),
                0,
                0,
                offer.services(),
                offer.attributes(),
                offer.staff(),
                offer.weight() * 1.5,
                offer.meal());
    }
}
