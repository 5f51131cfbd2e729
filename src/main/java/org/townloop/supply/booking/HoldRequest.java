package org.townloop.supply.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Ad;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.ByQuote;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Stored;
import org.townloop.supply.offer.Table;
import org.townloop.supply.offer.WalkIn;

/**
 * A line of an order that wants people and resources at a time, or units of what there are only so many of.
 *
 * @param order made in the region of the offer
 * @param line its number within the order
 * @param expiresAt when the hold frees itself
 * @param resident whose home it is done at; null if it is done at the place
 * @param ration what it takes of a deal; null if it is sold as ever
 */
public record HoldRequest(
        UUID order,
        int line,
        Offer offer,
        Wish wish,
        Instant expiresAt,
        @Nullable UUID resident,
        @Nullable Ration ration) {

    /** The fact of a refusal that says which line of an order of several cannot be had. */
    public static final String LINE = "line";

    /** Sold as ever. */
    public HoldRequest(UUID order, int line, Offer offer, Wish wish, Instant expiresAt, @Nullable UUID resident) {
        this(order, line, offer, wish, expiresAt, resident, null);
    }

    /** For what is done at the place: there nobody need know who it is for. */
    public HoldRequest(UUID order, int line, Offer offer, Wish wish, Instant expiresAt) {
        this(order, line, offer, wish, expiresAt, null);
    }

    public HoldRequest {
        if (!RegionId.of(order).equals(offer.region())) {
            throw new IllegalArgumentException("order " + order + " is of another region than offer " + offer.id());
        }
    }

    /** What is taken in place of a line has the line's number with a minus: the line keeps what it has. */
    HoldRequest instead() {
        return new HoldRequest(order, -line, offer, wish, expiresAt, resident, null);
    }

    HoldRequest of(Offer other) {
        return new HoldRequest(order, line, other, wish, expiresAt, resident, ration);
    }

    Instant start() {
        return wish.start();
    }

    int quantity() {
        return wish.quantity();
    }

    /** @throws IllegalStateException if it is not had on a day */
    WalkIn walkIn() {
        var walkIn = offer.walkIn();
        if (walkIn == null) {
            throw new IllegalStateException("not had on a day: " + offer.id());
        }
        return walkIn;
    }

    /**
     * How many there are of it on a day.
     *
     * @throws IllegalStateException if nobody counts its days
     */
    int perDay() {
        var article = offer.article();
        if (article == null) {
            return walkIn().dailyCapacity();
        }
        var perDay = article.perDay();
        if (perDay == null) {
            throw new IllegalStateException("not counted by the day: " + offer.id());
        }
        return perDay;
    }

    /** How somebody comes to them; null if it is done at the place. */
    @Nullable
    HomeVisit homeVisit() {
        return offer.arrangement() instanceof HomeVisit visit ? visit : null;
    }

    /** How somebody takes them along; null if nobody does. */
    @Nullable
    Ride ride() {
        return offer.arrangement() instanceof Ride ride ? ride : null;
    }

    /** The time taken, buffers included; of a home visit and a ride all in which it may be. */
    TimeSpan during() {
        var from = start().minus(offer.bufferBefore());
        return switch (offer.arrangement()) {
            case HomeVisit visit -> TimeSpan.of(from, offer.occupied().plus(visit.window()));
            case Ride ride ->
                TimeSpan.of(from, offer.occupied().plus(ride.window()).plus(Ride.LONGEST));
            case Appointment _, WalkIn _, Session _, Table _, Stay _, Ad _, ByQuote _, Online _, Stored _, Article _ ->
                TimeSpan.of(from, offer.occupiedBy(quantity()));
        };
    }
}
