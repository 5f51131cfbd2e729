package org.townloop.launch.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.launch.demo.Shop.Seat;

/** What an order has of its offer, by the mode in which it is booked. */
sealed interface Had {

    /** Somebody's time, and a seat. */
    record Time() implements Had {}

    /**
     * What was chosen of a set menu.
     *
     * @param answers as JSON
     * @param day the chosen day
     * @param until when the voucher ends
     */
    record Meal(
            @Override int units,
            @Override long extraMinor,
            @Override String answers,
            LocalDate day,
            Instant until) implements Had {}

    /** Seats of a session. */
    record Seats(@Override int units) implements Had {}

    /**
     * One room of a type.
     *
     * @param nights the days on which they begin
     * @param until check-out
     * @param roomMinor what they cost together
     */
    record Nights(List<LocalDate> nights, Instant until, long roomMinor) implements Had {}

    /**
     * A party at a table.
     *
     * @param units how many they are
     * @param until when the voucher ends
     */
    record Party(@Override int units, Seat table, int longerMinutes, Instant until) implements Had {}

    /** What was bought online: whenever they liked, and opened as soon as they did. */
    record Opened() implements Had {}

    /**
     * A part of what was agreed in writing.
     *
     * @param until when the work was over
     */
    record Stage(long amountMinor, Instant until) implements Had {}

    /** A ride, at its fare. */
    record Ride(long fareMinor) implements Had {}

    /**
     * A basket of goods.
     *
     * @param until the end of its window
     * @param window how many orders the window takes
     * @param home where it is brought; null if it is fetched
     */
    record Goods(
            List<Put> all,
            long feeMinor,
            Instant until,
            int window,
            @Nullable Address home) implements Had {

        /** So many of an article. */
        record Put(Sold article, int count) {

            long minor() {
                return article.price() * count;
            }
        }

        long totalMinor() {
            return all.stream().mapToLong(Put::minor).sum() + feeMinor;
        }
    }

    default int units() {
        return 1;
    }

    default long extraMinor() {
        return 0;
    }

    default String answers() {
        return "{}";
    }
}
