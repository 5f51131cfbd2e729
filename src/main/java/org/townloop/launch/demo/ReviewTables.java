package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.RegionId;

/** What the guests said, what the shops answered, and the tally of it. */
final class ReviewTables {

    private static final double SPEAK_UP = 0.36;
    private static final double BAD_DAYS = 0.05;
    private static final double WITH_WORDS = 0.86;

    private final CopyTable reviews = new CopyTable(
            "feedback.review",
            "region_id, visit_id, order_id, offer_id, place_id, resident_id, rating, text, created_at, reply,"
                    + " replied_by, replied_at");
    private final CopyTable tallies =
            new CopyTable("feedback.tally", "region_id, offer_id, ones, twos, threes, fours, fives");

    private final Dice dice;
    private final Sentences sentences;
    private final Instant now;
    private final Map<UUID, int[]> stars = new LinkedHashMap<>();

    ReviewTables(List<Booking> bookings, Dice dice, Instant now) {
        this.dice = dice;
        this.sentences = new Sentences(dice);
        this.now = now;
        bookings.stream()
                .filter(booking -> booking.fate() == Fate.VISITED && !(booking.had() instanceof Had.Stage))
                .filter(booking -> dice.chance(SPEAK_UP))
                .forEach(this::review);
        stars.forEach((offer, counted) -> tallies.row(
                RegionId.of(offer).number(), offer, counted[0], counted[1], counted[2], counted[3], counted[4]));
    }

    List<CopyTable> tables() {
        return List.of(reviews, tallies);
    }

    private void review(Booking booking) {
        var at = booking.leftAt().plus(Duration.ofMinutes(70 + (long) dice.exponential(1_300)));
        if (at.isAfter(now)) {
            return;
        }
        var rating = rating(booking);
        var text = dice.chance(WITH_WORDS) ? sentences.review(booking, rating) : null;
        var repliedAt = at.plus(Duration.ofMinutes(30 + (long) dice.exponential(900)));
        var replied = text != null && dice.chance(rating < 4 ? 0.55 : 0.2) && repliedAt.isBefore(now);
        reviews.row(
                booking.region(),
                booking.ids().visit(),
                booking.ids().order(),
                booking.offer().id(),
                booking.shop().id(),
                booking.resident().id(),
                rating,
                text,
                at,
                when(replied, replied ? sentences.reply(booking, rating) : ""),
                when(replied, booking.shop().owner().id()),
                when(replied, repliedAt));
        stars.computeIfAbsent(booking.offer().id(), each -> new int[5])[rating - 1]++;
    }

    /** By the hidden quality of the place and the hands; nobody gives more than five. */
    private int rating(Booking booking) {
        var badDay = dice.chance(BAD_DAYS) ? 2 : 0;
        var felt = booking.shop().quality() + booking.worker().skill() + dice.gauss(0, 0.8) - badDay;
        return (int) Math.clamp(Math.round(felt), 1, 5);
    }

    private static <T> @Nullable T when(boolean happened, T value) {
        return happened ? value : null;
    }
}
