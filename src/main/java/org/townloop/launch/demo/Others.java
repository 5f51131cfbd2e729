package org.townloop.launch.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the town sells otherwise than by appointment and by set menu: tables, classes, nights. */
record Others(Residents residents, List<Resident> guests, SignIns signIns, Dice dice, Instant now, Instant since) {

    /** Lays tables at restaurants that are there, opens the other places besides, and lives through their half year. */
    List<Booking> lived(List<Shop> shops) {
        var addresses = new Addresses(County.WILLOW_CREEK, dice);
        var tables = new Tables(dice, since);
        shops.replaceAll(tables::laid);
        var restaurants = shops.stream().filter(Tables::areAt).toList();
        var schools = new Schools(addresses, residents, signIns.teacher(), dice, since).opened();
        var houses = new Lodgings(addresses, residents, signIns.hotelier(), dice, since).opened();
        shops.addAll(schools);
        shops.addAll(houses);
        var bookings = new ArrayList<>(new Parties(custom(restaurants), dice, now).seated(restaurants));
        bookings.addAll(new Lessons(custom(schools), dice, now).attended(schools));
        bookings.addAll(new Lodgers(custom(houses), dice, now).slept(houses));
        return bookings;
    }

    private Custom custom(List<Shop> shops) {
        return new Custom(guests, signIns, shops, dice);
    }
}
