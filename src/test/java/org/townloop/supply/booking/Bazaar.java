package org.townloop.supply.booking;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.TestTown;
import org.townloop.base.kernel.Ids;
import org.townloop.supply.TestHotel;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.booking.ModesModel.Kept;
import org.townloop.supply.merchant.ResourceId;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Table;

/** A salon, a school, a restaurant and a hotel, small enough that people are in one another's way. */
record Bazaar(List<Offer> offers) {

    static final int DAYS = 6;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static Bazaar open(Offers offers, ModesModel model) {
        var salon = TestSalon.with(3, 2);
        salon.chairs().forEach(chair -> model.thereIs(new Thing(chair, salon.place(), 0, null)));
        var school = TestSalon.with(2, 0);
        trade(school, "classes");
        var restaurant = TestSalon.with(1, 0).asRestaurant();
        table(restaurant, model, 2, null);
        table(restaurant, model, 4, "room");
        table(restaurant, model, 4, "room");
        table(restaurant, model, 2, "room");
        var hotel = TestHotel.in(TestSalon.with(1, 0));
        var rooms = hotel.rooms(2);
        model.thereAreRooms(rooms.value(), 2);
        var lin = school.staff().getFirst();
        var mei = school.staff().getLast();
        return new Bazaar(List.of(
                written(offers, salon.haircut()),
                written(
                        offers,
                        Counter.changed(
                                salon.haircut(),
                                Duration.ofMinutes(90),
                                Duration.ofMinutes(15),
                                Duration.ZERO,
                                Set.of(salon.staff().getFirst()))),
                written(offers, TestOffers.yoga(school, lin, daily(4, LocalTime.of(10, 0), LocalTime.of(14, 0)))),
                written(offers, TestOffers.yoga(school, mei, daily(3, LocalTime.of(10, 30)))),
                written(offers, lesson(school, Set.of(lin, mei))),
                written(offers, restaurant.setMenu(5)),
                written(offers, TestOffers.table(restaurant, new Table(1, 9, 5, 30))),
                written(offers, hotel.nights(rooms, 1, 5)),
                written(offers, hotel.nights(late(rooms)))));
    }

    Offer any(Random dice) {
        return offers.get(dice.nextInt(offers.size()));
    }

    /** Whether it can be asked for at any half hour. */
    static boolean isAtAnyTime(Offer offer) {
        return offer.arrangement() instanceof Appointment || offer.arrangement() instanceof Table;
    }

    UUID order(Offer offer) {
        return Ids.next(offer.region(), Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** Something that might be asked for on one of the days ahead. */
    Wish wish(Offer offer, Random dice, LocalDate today) {
        return wish(offer, dice, today, 0, 1 + dice.nextInt(4));
    }

    /** The same for as many, and as many nights, at another time. */
    Wish wishLike(Kept one, Random dice, LocalDate today) {
        var end = one.wish().end();
        var nights = end == null
                ? 0
                : (int) Duration.between(one.wish().start(), end).toDays() + 1;
        return wish(one.offer(), dice, today, nights, one.wish().quantity());
    }

    private static Wish wish(Offer offer, Random dice, LocalDate today, int nights, int many) {
        var day = today.plusDays(1L + dice.nextInt(DAYS));
        return switch (offer.arrangement()) {
            case Stay stay -> {
                var last = day.plusDays(nights == 0 ? 1L + dice.nextInt(3) : nights);
                yield new Wish(
                        Nights.checkIn(stay, ZONE, day), Nights.checkOut(stay, ZONE, last), Math.min(many, 2), null);
            }
            case Table _ -> at(day, dice, many == 4 ? 9 : many);
            case Session _ ->
                Wish.at(
                        day.atTime(10 + 2 * dice.nextInt(3), 30 * dice.nextInt(2))
                                .atZone(ZONE)
                                .toInstant(),
                        many);
            default ->
                offer.isWalkIn() ? Wish.at(day.atStartOfDay(ZONE).toInstant(), many) : at(day, dice, Math.min(many, 2));
        };
    }

    private static Wish at(LocalDate day, Random dice, int many) {
        return Wish.at(
                day.atTime(9 + dice.nextInt(9), 30 * dice.nextInt(2))
                        .atZone(ZONE)
                        .toInstant(),
                many);
    }

    void close(Offer offer, LocalDate day, boolean closed) {
        var sql = closed
                ? "insert into merchant.day_exception (region_id, place_id, day) values (?, ?, ?)"
                : "delete from merchant.day_exception where region_id = ? and place_id = ? and day = ?";
        TestTown.jdbc()
                .sql(sql)
                .params(offer.region().number(), offer.place().value(), day)
                .update();
    }

    private static Offer written(Offers offers, NewOffer offer) {
        return Counter.offered(offers, offer);
    }

    private static Session daily(int seats, LocalTime... times) {
        var weekly = Arrays.stream(times)
                .flatMap(
                        time -> Arrays.stream(DayOfWeek.values()).map(day -> new Session.Weekly(day, time, null, null)))
                .toList();
        return new Session(seats, weekly, Set.of(), Set.of());
    }

    private static NewOffer lesson(TestSalon school, Set<StaffId> staff) {
        var yoga = TestOffers.yoga(school, school.staff().getFirst(), daily(1, LocalTime.NOON));
        return new NewOffer(
                null,
                yoga.place(),
                yoga.pack(),
                yoga.title(),
                yoga.description(),
                yoga.price(),
                Duration.ofHours(1),
                Duration.ZERO,
                Duration.ZERO,
                null,
                yoga.attributes(),
                staff,
                "private",
                Appointment.AT_A_TIME,
                yoga.menu(),
                true);
    }

    private static Stay late(ResourceId rooms) {
        return new Stay(rooms, 2, 1, 6, LocalTime.of(18, 0), LocalTime.of(10, 0), Set.of(), List.of());
    }

    private static void trade(TestSalon house, String trade) {
        TestTown.jdbc()
                .sql("update merchant.place set trade = ? where id = ?")
                .params(trade, house.place().value())
                .update();
    }

    private static void table(TestSalon house, ModesModel model, int seats, @Nullable String zone) {
        var id = Ids.next(house.region(), Instant.parse("2026-01-01T00:00:00Z"));
        TestTown.jdbc()
                .sql("insert into merchant.resource (region_id, id, place_id, kind, name, seats, zone)"
                        + " values (?, ?, ?, 'table', '{\"en\": \"Table\"}', ?, ?)")
                .params(Arrays.<@Nullable Object>asList(
                        house.region().number(), id, house.place().value(), seats, zone))
                .update();
        model.thereIs(new Thing(id, house.place(), seats, zone));
    }
}
