package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestHotel;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.ResourceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Stay;

/**
 * Random holds, payments, cancellations, expiries and moves over three offers of two types of rooms, one of them shared
 * at different hours of check-in, against a model that is slow and plain: a list of stays and a count of each night.
 */
@SupplyTest
class StayModelTests {

    /** What somebody has, as the model knows it. */
    private record Kept(
            UUID order,
            Offer offer,
            LocalDate from,
            LocalDate to,
            int rooms,
            @Nullable Instant until) {

        boolean sleeps(ResourceId type, LocalDate night) {
            return stay().rooms().equals(type) && !night.isBefore(from) && night.isBefore(to);
        }

        Stay stay() {
            return (Stay) offer.arrangement();
        }
    }

    private static final int DAYS = 24;
    private static final int ACTS = 220;

    private final Stays stays;
    private final Availability availability;
    private final Offers offers;
    private final TestClock clock;
    private final Counter counter;

    StayModelTests(
            Bookings bookings,
            Stays stays,
            Availability availability,
            Atomically atomically,
            Offers offers,
            TestClock clock) {
        this.stays = stays;
        this.availability = availability;
        this.offers = offers;
        this.clock = clock;
        this.counter = new Counter(bookings, atomically, clock);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void nightsAreWhatThePlainModelSays(int seed) {
        // clocks are put back in the night to 1 November and the model counts days
        var now = seed == 1 ? Instant.parse("2026-10-22T15:00:00Z") : TestClock.START;
        clock.set(now);
        RegionId region = seed == 1 ? TestSalon.NEW_YORK : TestSalon.SHANGHAI;
        var zone = ZoneId.of(seed == 1 ? "America/New_York" : "Asia/Shanghai");
        var salon = TestSalon.in(region, 1, 0);
        var hotel = TestHotel.in(salon);
        var small = hotel.rooms(2);
        var large = hotel.rooms(4);
        var sold = List.of(
                Counter.offered(offers, hotel.nights(small, 1, 5)),
                Counter.offered(offers, hotel.nights(late(small))),
                Counter.offered(offers, hotel.nights(large, 2, 7)));
        var kept = new ArrayList<Kept>();
        var dice = new Random(seed);
        var today = LocalDate.ofInstant(now, zone);
        for (int act = 0; act < ACTS; act++) {
            var offer = sold.get(dice.nextInt(sold.size()));
            var from = today.plusDays(1L + dice.nextInt(DAYS));
            var to = from.plusDays(1L + dice.nextInt(7));
            var rooms = 1 + dice.nextInt(2);
            switch (kept.isEmpty() ? 0 : dice.nextInt(8)) {
                case 0, 1, 2, 3 -> hold(kept, salon.order(), offer, from, to, rooms);
                case 4 -> pay(kept, dice.nextInt(kept.size()));
                case 5 -> counter.release(kept.remove(dice.nextInt(kept.size())).order());
                case 6 -> move(kept, dice.nextInt(kept.size()), from);
                default -> clock.move(Duration.ofMinutes(dice.nextInt(8)));
            }
            if (act % 20 == 19) {
                forgetExpired(kept);
                sold.forEach(each -> check(kept, each, today));
            }
        }
        assertThat(sumsThatDiffer(salon)).isZero();
    }

    private void hold(List<Kept> kept, UUID order, Offer offer, LocalDate from, LocalDate to, int rooms) {
        var expected = fits(kept, offer, from, to, rooms);
        var held = counter.hold(List.of(counter.request(order, offer, wish(offer, from, to, rooms))));
        assertThat(held instanceof Outcome.Done)
                .as(from + " to " + to + " × " + rooms)
                .isEqualTo(expected);
        if (expected) {
            kept.add(new Kept(order, offer, from, to, rooms, clock.instant().plus(Counter.HOLD)));
        }
    }

    /** A payment after the hold has run out finds the nights as long as nobody was in need of them. */
    private void pay(List<Kept> kept, int which) {
        var one = kept.get(which);
        if (counter.confirm(one.order())) {
            kept.set(which, new Kept(one.order(), one.offer(), one.from(), one.to(), one.rooms(), null));
        } else {
            assertThat(isLive(one)).isFalse();
            kept.remove(which);
        }
    }

    private void move(List<Kept> kept, int which, LocalDate from) {
        var one = kept.get(which);
        if (one.until() != null) {
            return;
        }
        var to = from.plusDays(one.from().until(one.to()).getDays());
        var others = new ArrayList<>(kept);
        others.remove(which);
        var expected = fits(others, one.offer(), from, to, one.rooms());
        var moved = counter.move(counter.request(one.order(), one.offer(), wish(one.offer(), from, to, one.rooms())));
        assertThat(moved instanceof Outcome.Done).isEqualTo(expected);
        if (expected) {
            kept.set(which, new Kept(one.order(), one.offer(), from, to, one.rooms(), null));
        }
    }

    private void forgetExpired(List<Kept> kept) {
        var gone = kept.stream().filter(one -> !isLive(one)).toList();
        gone.forEach(one -> counter.release(one.order()));
        kept.removeAll(gone);
    }

    private void check(List<Kept> kept, Offer offer, LocalDate today) {
        var stay = (Stay) offer.arrangement();
        for (var night : stays.nights(offer, stay, today, today.plusDays(DAYS + 10))) {
            assertThat(night.left()).as(night.date().toString()).isEqualTo(left(kept, stay.rooms(), night.date()));
        }
        var first = today.plusDays(1);
        var next = today;
        do {
            next = next.plusDays(1);
        } while (!fits(kept, offer, next, next.plusDays(stay.fewestNights()), 1));
        var from = stays.wish(offer, stay, first, first.plusDays(1), 1, null).start();
        assertThat(availability
                        .nextSlots(Set.of(offer.id()), from, from.plus(Duration.ofDays(50)), 1)
                        .get(offer.id()))
                .containsExactly(
                        stays.wish(offer, stay, next, next.plusDays(1), 1, null).start());
    }

    private boolean fits(List<Kept> kept, Offer offer, LocalDate from, LocalDate to, int rooms) {
        var stay = (Stay) offer.arrangement();
        var nights = from.datesUntil(to).count();
        return nights >= stay.fewestNights()
                && nights <= stay.mostNights()
                && from.datesUntil(to).allMatch(night -> left(kept, stay.rooms(), night) >= rooms);
    }

    private int left(List<Kept> kept, ResourceId type, LocalDate night) {
        var units = TestTown.jdbc()
                .sql("select units from merchant.resource where id = ?")
                .param(type.value())
                .query(Integer.class)
                .single();
        return units
                - kept.stream()
                        .filter(one -> isLive(one) && one.sleeps(type, night))
                        .mapToInt(Kept::rooms)
                        .sum();
    }

    private boolean isLive(Kept one) {
        var until = one.until();
        return until == null || until.isAfter(clock.instant());
    }

    private Wish wish(Offer offer, LocalDate from, LocalDate to, int rooms) {
        return stays.wish(offer, (Stay) offer.arrangement(), from, to, rooms, null);
    }

    /** The same rooms for guests who come late and leave early. */
    private static Stay late(ResourceId rooms) {
        return new Stay(rooms, 2, 1, 6, LocalTime.of(18, 0), LocalTime.of(10, 0), Set.of(), List.of());
    }

    private static int sumsThatDiffer(TestSalon salon) {
        return TestTown.jdbc()
                .sql("""
                    select count(*) from booking.lot l
                    where l.subject_id in (select id from merchant.resource where place_id = ?)
                      and l.taken <> (select coalesce(sum(c.units), 0) from booking.lot_claim c
                          where (c.region_id, c.subject_id, c.starts_at) = (l.region_id, l.subject_id, l.starts_at))
                    """)
                .param(salon.place().value())
                .query(Integer.class)
                .single();
    }
}
