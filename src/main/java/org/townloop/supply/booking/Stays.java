package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Regions;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.pack.Packs;

/** Nights, for those who choose some: by days, as guests count them. */
@Component
public class Stays {

    /** How many days ahead guests can leave at the latest. */
    public static final int AHEAD = Roster.YEAR;

    private final FreeTimes freeTimes;
    private final Packs packs;
    private final Regions regions;
    private final Clock clock;

    Stays(FreeTimes freeTimes, Packs packs, Regions regions, Clock clock) {
        this.freeTimes = freeTimes;
        this.packs = packs;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * The nights from the first day to the last, the last one left out, full ones too; they only screen, the hold
     * decides.
     */
    public List<StayNight> nights(Offer offer, Stay stay, LocalDate first, LocalDate last) {
        return calendar(offer, stay).between(offer.price(), first, last);
    }

    /** What it costs to have them, or why they cannot be had. */
    public Outcome<StayQuote> quote(
            Offer offer, Stay stay, LocalDate arrival, LocalDate departure, int rooms, int guests) {
        return calendar(offer, stay).quote(offer, wish(offer, stay, arrival, departure, rooms, guests), false);
    }

    /** The same for who moves there and gives back their own nights, which may be the same ones. */
    public Outcome<StayQuote> quoteWhateverIsLeft(
            Offer offer, Stay stay, LocalDate arrival, LocalDate departure, int rooms) {
        return calendar(offer, stay).quote(offer, wish(offer, stay, arrival, departure, rooms, null), true);
    }

    /** What each of the nights cost that were sold. */
    public List<StayNight> sold(Offer offer, Stay stay, Instant start, Instant end) {
        var zone = regions.get(offer.region()).zone();
        return LocalDate.ofInstant(start, zone)
                .datesUntil(LocalDate.ofInstant(end, zone))
                .map(night -> new StayNight(night, 0, stay.price(night, offer.price()), false, false))
                .toList();
    }

    private StayNights calendar(Offer offer, Stay stay) {
        var bits = freeTimes.of(List.of(offer.place())).get(offer.place());
        if (bits == null) {
            throw new Absent("place " + offer.place());
        }
        var mode = packs.get(offer.pack(), offer.packVersion()).mode(offer.mode());
        return bits.nights(stay, mode.booking(), clock.instant());
    }

    /** From check-in to check-out. */
    public Wish wish(
            Offer offer, Stay stay, LocalDate arrival, LocalDate departure, int rooms, @Nullable Integer guests) {
        var zone = regions.get(offer.region()).zone();
        return new Wish(
                Nights.checkIn(stay, zone, arrival), Nights.checkOut(stay, zone, departure), rooms, null, guests);
    }
}
