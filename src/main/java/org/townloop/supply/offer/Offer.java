package org.townloop.supply.offer;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.pack.PackId;
import tools.jackson.databind.JsonNode;

/**
 * One version of something that a place sells.
 *
 * @param price for one, in the region's currency
 * @param duration what the resident is there for; whole 5 minutes, up to a day
 * @param bufferBefore kept free before, for preparing; whole 5 minutes, up to 4 hours
 * @param bufferAfter kept free after, for clearing up; whole 5 minutes, up to 4 hours
 * @param resourceKind what it occupies besides a member of staff, or null
 * @param attributes as the pack's schema says
 * @param staff who can do it; of a class those who give it together; for a walk-in nobody in particular
 * @param mode the key of the pack's mode by which it is booked
 * @param arrangement how it is had in that mode
 * @param menu what there is to choose in it
 * @param deposit what of its price is paid when booking; null if all of it
 * @param atShop whether it may be paid at the shop instead; null if not
 * @param active whether it is sold now
 */
public record Offer(
        OfferId id,
        int version,
        RegionId region,
        PlaceId place,
        MerchantId merchant,
        PackId pack,
        int packVersion,
        Words title,
        Words description,
        Money price,
        Duration duration,
        Duration bufferBefore,
        Duration bufferAfter,
        @Nullable String resourceKind,
        JsonNode attributes,
        Set<StaffId> staff,
        String mode,
        Arrangement arrangement,
        SetMenu menu,
        @Nullable Deposit deposit,
        @Nullable AtShop atShop,
        boolean active) {

    /**
     * This version as far as it was promised, with the staff and the days of the version that is sold now: who moves an
     * order of an earlier version needs people and days that there are.
     */
    public Offer soldLike(Offer now) {
        return new Offer(
                id,
                version,
                region,
                place,
                merchant,
                pack,
                packVersion,
                title,
                description,
                price,
                duration,
                bufferBefore,
                bufferAfter,
                resourceKind,
                attributes,
                now.staff,
                mode,
                arrangementLike(now),
                menu,
                deposit,
                atShop,
                active && now.active);
    }

    /** The same at another price, as it is sold for a while. */
    public Offer at(Money other) {
        return new Offer(
                id,
                version,
                region,
                place,
                merchant,
                pack,
                packVersion,
                title,
                description,
                other,
                duration,
                bufferBefore,
                bufferAfter,
                resourceKind,
                attributes,
                staff,
                mode,
                arrangement,
                menu,
                deposit,
                atShop,
                active);
    }

    /**
     * The same, done by exactly these people for so long: as a quotation says, whatever the offer has become since.
     */
    public Offer doneBy(Set<StaffId> people, Duration time) {
        return new Offer(
                id,
                version,
                region,
                place,
                merchant,
                pack,
                packVersion,
                title,
                description,
                price,
                time,
                Duration.ZERO,
                Duration.ZERO,
                null,
                attributes,
                people,
                mode,
                arrangement,
                menu,
                null,
                null,
                true);
    }

    private Arrangement arrangementLike(Offer now) {
        return switch (arrangement) {
            case WalkIn sold when now.arrangement instanceof WalkIn days -> sold.onDaysOf(days);
            case Article _ when now.arrangement instanceof Article counted -> counted;
            case Session _ when now.arrangement instanceof Session sessions -> sessions;
            case Appointment _,
                    WalkIn _,
                    Session _,
                    Table _,
                    Stay _,
                    HomeVisit _,
                    Ad _,
                    ByQuote _,
                    Ride _,
                    Online _,
                    Stored _,
                    Article _ -> arrangement;
        };
    }

    /** The least that it costs: a night in the cheapest season, the shortest ride, or else what it costs. */
    public Money leastPrice() {
        return switch (arrangement) {
            case Stay stay -> stay.cheapest(price);
            case Ride ride -> ride.fare().least(price);
            case Appointment _,
                    WalkIn _,
                    Session _,
                    Table _,
                    HomeVisit _,
                    Ad _,
                    ByQuote _,
                    Online _,
                    Stored _,
                    Article _ -> price;
        };
    }

    /** Whether it is only told of: nothing is sold here. */
    public boolean isAd() {
        return arrangement instanceof Ad;
    }

    /** Whether it is priced for each case by a quotation; null if it is not. */
    public @Nullable ByQuote byQuote() {
        return arrangement instanceof ByQuote quote ? quote : null;
    }

    /** Whether nobody comes for it: it is opened on a page once it is paid. */
    public boolean isOnline() {
        return arrangement instanceof Online;
    }

    /** The card that is sold; null if it is something that is had. */
    public @Nullable Stored card() {
        return arrangement instanceof Stored card ? card : null;
    }

    public boolean isWalkIn() {
        return arrangement instanceof WalkIn;
    }

    /** The goods that are sold by the window; null if it is nothing of that kind. */
    public @Nullable Article article() {
        return arrangement instanceof Article article ? article : null;
    }

    /** How it is had on a day; null if it is not. */
    public @Nullable WalkIn walkIn() {
        return arrangement instanceof WalkIn onDays ? onDays : null;
    }

    /** How long staff and resource are taken, buffers included; a large party may sit longer, see {@link #occupiedBy}. */
    public Duration occupied() {
        return bufferBefore.plus(duration).plus(bufferAfter);
    }

    /** How long so many take staff and resources, buffers included. */
    public Duration occupiedBy(int quantity) {
        return arrangement instanceof Table table ? occupied().plus(table.longer(quantity)) : occupied();
    }
}
