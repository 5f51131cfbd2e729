package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;

/** Salons, offers and bookings as chance will have them. */
final class RandomSalon {

    private RandomSalon() {}

    static TestSalon in(RegionId region, Random random, Instant now) {
        var salon = TestSalon.in(region, 1 + random.nextInt(4), 1 + random.nextInt(3));
        if (random.nextBoolean()) {
            salon.open("00:00", "12:00").alsoOpen("13:10", "24:00");
        } else {
            salon.open("08:05", "12:00").alsoOpen("12:00", "20:40");
        }
        for (var person : salon.staff()) {
            if (random.nextInt(3) == 0) {
                for (int weekday = 1; weekday <= 7; weekday += 1 + random.nextInt(2)) {
                    salon.works(person, weekday, "0" + random.nextInt(10) + ":20", "1" + random.nextInt(10) + ":45");
                }
            }
        }
        var tomorrow = now.plus(Duration.ofDays(1)).toString().substring(0, 10);
        var dayAfter = now.plus(Duration.ofDays(2)).toString().substring(0, 10);
        if (random.nextInt(3) == 0) {
            salon.closedOn(tomorrow);
        }
        if (random.nextInt(3) == 0) {
            salon.openOn(dayAfter, "10:00", "16:30");
        }
        return salon;
    }

    static NewOffer offer(TestSalon salon, Random random) {
        var some =
                salon.staff().stream().filter(person -> random.nextInt(3) > 0).collect(Collectors.toSet());
        return Counter.changed(
                salon.haircut(),
                minutes(5 + 5 * random.nextInt(40)),
                minutes(5 * random.nextInt(4)),
                minutes(5 * random.nextInt(5)),
                some.isEmpty() ? Set.copyOf(salon.staff()) : some);
    }

    /** Tries to book at many times; what is refused is refused. */
    static void fill(TestSalon salon, List<Offer> offers, Counter counter, Random random, Instant now) {
        var quarter = now.truncatedTo(ChronoUnit.HOURS);
        for (int i = 0; i < 80; i++) {
            var start = quarter.plus(minutes(15 * random.nextInt(4 * 96)));
            var order = salon.order();
            counter.hold(order, offers.get(random.nextInt(offers.size())), start, 1 + random.nextInt(2));
            if (random.nextInt(4) == 0) {
                counter.release(order);
            } else if (random.nextBoolean()) {
                counter.confirm(order);
            }
        }
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
