package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.townloop.supply.offer.Session;

/** Who came to the classes of the half year before today, and who will in the two weeks after it. */
final class Lessons {

    private static final Duration MEAN_LEAD = Duration.ofHours(60);

    /** Who wants it to take place books early. */
    private static final Duration LEAD_IF_NEEDED = Duration.ofDays(6);

    private static final Duration FREE_UNTIL = Duration.ofHours(26);
    private static final List<Integer> PEOPLE = List.of(1, 1, 1, 1, 2, 2, 3);
    private static final double AT_FIRST = 0.3;

    private final Sales sales;
    private final Sales early;
    private final Dice dice;
    private final Instant now;
    private final List<Booking> bookings = new ArrayList<>();

    Lessons(Custom custom, Dice dice, Instant now) {
        this.sales = new Sales(custom, dice, now, MEAN_LEAD, FREE_UNTIL);
        this.early = new Sales(custom, dice, now, LEAD_IF_NEEDED, FREE_UNTIL);
        this.dice = dice;
        this.now = now;
    }

    List<Booking> attended(List<Shop> schools) {
        var first = now.minus(Duration.ofDays(Diary.DAYS_BEHIND));
        var last = now.plus(Duration.ofDays(Diary.DAYS_AHEAD));
        for (var school : schools) {
            for (int i = 0; i < school.offers().size(); i++) {
                var offer = school.offers().get(i);
                var room = school.seats().isEmpty()
                        ? new Shop.Seat(offer.id(), offer.title())
                        : school.seats().get(i % school.seats().size());
                if (offer.arrangement() instanceof Session session) {
                    session.between(Diary.ZONE, first, last)
                            .forEach(start -> lesson(school, offer, room, session, start));
                }
            }
        }
        return bookings;
    }

    private void lesson(Shop school, Sold offer, Shop.Seat room, Session session, Instant start) {
        var left = session.seats();
        var from = session.quorum() == null ? sales : early;
        for (int i = dice.poisson(school.popularity() * grown(start)); i > 0; i--) {
            var people = Math.min(dice.one(PEOPLE), left);
            if (people > 0) {
                var came = start.minusSeconds(dice.between(30, 700));
                var booking = from.of(school, offer, room, new Had.Seats(people), start, came);
                booking.ifPresent(bookings::add);
                left -= booking.filter(each -> each.fate().takesTime()).isPresent() ? people : 0;
            }
        }
    }

    /** The schools became known in the half year. */
    private double grown(Instant start) {
        var behind = (double) Duration.between(start, now).toDays() / Diary.DAYS_BEHIND;
        return AT_FIRST + (1 - AT_FIRST) * (1 - Math.clamp(behind, 0, 1));
    }
}
