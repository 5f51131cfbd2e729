package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * The town made up in memory: the same seed and moment give the same town.
 *
 * @param opened by offer, what is opened of those that are had online
 * @param since when the first of its people came
 */
record Founding(
        SignIns signIns,
        List<Resident> people,
        List<Shop> shops,
        List<Listing> listings,
        List<Booking> bookings,
        Homes homes,
        Map<UUID, String> opened,
        Markets markets,
        Instant since,
        Dice dice) {

    /** A place that takes no bookings yet. */
    record Listing(County county, Words name, Address address) {}

    private static final int WILLOW_CREEK_RESIDENTS = 400;
    private static final int STONE_BRIDGE_RESIDENTS = 120;
    private static final Duration YEAR = Duration.ofDays(365);
    /** From the opening of the first shop to the first day of the diary, with room for the last to open. */
    private static final Duration RUN_UP = Duration.ofDays(Diary.DAYS_BEHIND + 180);

    static Founding of(long seed, Instant now, JsonMapper json) {
        var dice = new Dice(seed);
        var residents = new Residents(dice, now.minus(RUN_UP).minus(YEAR));
        var signIns = SignIns.among(residents);
        var guests = new ArrayList<>(residents.some(County.WILLOW_CREEK.region(), WILLOW_CREEK_RESIDENTS));
        guests.addAll(residents.some(County.STONE_BRIDGE.region(), STONE_BRIDGE_RESIDENTS));
        var shops = new ArrayList<Shop>();
        var listings = new ArrayList<Listing>();
        var restaurants = new ArrayList<Shop>();
        var streets = new ArrayList<Addresses>();
        for (var county : County.BOTH) {
            var opening = new Shops(county, residents, dice, json, Diary.day(now), now.minus(RUN_UP));
            Texts.of(county.code() + ".shops").forEach(fields -> shops.add(opening.open(fields, signIns)));
            Texts.of(county.code() + ".listings").forEach(fields -> listings.add(listing(county, opening, fields)));
            if (county.equals(County.WILLOW_CREEK)) {
                streets.add(opening.addresses());
                restaurants.addAll(
                        new Restaurants(opening.addresses(), residents, signIns.restaurateur(), dice, now.minus(RUN_UP))
                                .opened());
            }
        }
        var custom = new Custom(guests, signIns, shops, dice);
        var bookings = new Diary(shops, custom, new Fates(dice, now), dice, now).written();
        planFor(signIns.resident(), bookings, now);
        shops.addAll(restaurants);
        bookings.addAll(new Meals(new Custom(guests, signIns, restaurants, dice), dice, json, now)
                .eaten(restaurants, signIns.resident()));
        var housekeeper = residents.named(County.WILLOW_CREEK.region(), "An Jie 安洁", false);
        var driver = residents.named(County.WILLOW_CREEK.region(), "Deng Tao 邓涛", false, new Dice(seed + 32));
        var homes = Homes.visited(
                        streets.getFirst(),
                        residents,
                        housekeeper,
                        guests.subList(0, WILLOW_CREEK_RESIDENTS),
                        new Dice(seed + 2),
                        now.minus(RUN_UP),
                        now)
                .driven(
                        streets.getFirst(),
                        residents,
                        driver,
                        guests.subList(0, WILLOW_CREEK_RESIDENTS),
                        new Dice(seed + 31),
                        now.minus(RUN_UP),
                        now);
        shops.addAll(homes.shops());
        var others = new Others(residents, guests, signIns, dice, now, now.minus(RUN_UP));
        bookings.addAll(others.lived(shops));
        var online = new OnlineSellers(streets.getFirst(), residents, new Dice(seed + 5), now.minus(RUN_UP));
        var sellers = online.shops();
        shops.addAll(sellers);
        bookings.addAll(
                new OnlineSales(new Custom(guests, signIns, sellers, new Dice(seed + 32)), new Dice(seed + 7), now)
                        .sold(sellers));
        shops.add(new NoticeBoard(new Dice(seed + 3), now)
                .hungUp(streets.getFirst(), residents.named(County.WILLOW_CREEK.region(), "Bai Xue 白雪", false)));
        var removals = new Removals(new Dice(seed + 41), now);
        var mover = residents.named(County.WILLOW_CREEK.region(), "Fu Qiang 傅强", false, new Dice(seed + 42));
        var movers = removals.opened(streets.getFirst(), mover, () -> residents.another(County.WILLOW_CREEK.region()));
        shops.addAll(movers);
        bookings.addAll(removals.moved(movers.getFirst(), signIns.secondResident()));
        var grocer = residents.named(County.WILLOW_CREEK.region(), "Tian Miao 田苗", false);
        var markets = Markets.opened(streets.getFirst(), residents, grocer, new Dice(seed + 60), now.minus(RUN_UP));
        shops.addAll(markets.shops());
        bookings.addAll(
                new Baskets(guests.subList(0, WILLOW_CREEK_RESIDENTS), streets.getFirst(), new Dice(seed + 61), now)
                        .filled(markets));
        return new Founding(
                signIns.joinedBy(housekeeper, driver).with(grocer, mover),
                residents.all(),
                shops,
                listings,
                bookings,
                homes,
                online.opened(),
                markets,
                now.minus(RUN_UP).minus(YEAR),
                dice);
    }

    /** Whoever signs in first has something before them; if not by chance, a booking of tomorrow becomes theirs. */
    private static void planFor(Resident resident, List<Booking> bookings, Instant now) {
        var planned = bookings.stream()
                .anyMatch(booking -> booking.resident().equals(resident) && booking.fate() == Fate.AWAITED);
        for (int i = 0; i < bookings.size() && !planned; i++) {
            var booking = bookings.get(i);
            if (booking.fate() == Fate.AWAITED
                    && booking.start().isAfter(now.plus(Duration.ofHours(20)))
                    && booking.shop().region().equals(resident.region())
                    && !TongxinHair.isIt(booking.shop())) {
                bookings.set(i, booking.by(resident));
                planned = true;
            }
        }
    }

    private static Listing listing(County county, Shops opening, List<String> fields) {
        var address = opening.addresses().given(fields.get(2), Integer.parseInt(fields.get(3)));
        return new Listing(county, Words.of(fields.get(0), fields.get(1)), address);
    }
}
