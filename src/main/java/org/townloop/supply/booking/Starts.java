package org.townloop.supply.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.pack.Mode;

/**
 * When one offer can begin, as it was when it was read. What a question about thousands of offers needs of each lies
 * together: a few numbers and the words of its marks.
 */
final class Starts {

    /** Of what cannot be had at all: withdrawn, or at no place. */
    static final Starts NONE = new Starts();

    private static final long MARK_SECONDS = Timeline.MARK.toSeconds();

    /** How long a thing takes whose end the place's clock decides. */
    private static final int BY_CALENDAR = -1;

    private final long base;
    private final long today;
    private final long tomorrow;
    private final int marks;
    private final int lasting;
    private final long[] bits;
    private final Offer offer;
    private final PlaceBits place;

    @SuppressWarnings("NullAway") // nobody asks what is no offer for its offer
    private Starts() {
        base = 0;
        today = Long.MIN_VALUE;
        tomorrow = Long.MAX_VALUE;
        marks = 0;
        lasting = 0;
        bits = new long[0];
        offer = null;
        place = null;
    }

    /**
     * @param now decides for which windows and sessions it is too late: what it says of them is good until the next closes
     */
    Starts(Offer offer, PlaceBits place, Mode mode, Instant now) {
        var timeline = place.timeline();
        var closing = Closing.of(offer, place, now);
        this.base = timeline.base().getEpochSecond();
        var begins = timeline.today().atStartOfDay(timeline.zone()).toEpochSecond();
        var ends = timeline.today().plusDays(1).atStartOfDay(timeline.zone()).toEpochSecond();
        this.today = Math.max(begins, closing.last());
        this.tomorrow = Math.min(ends, closing.next());
        this.marks = timeline.marks();
        this.lasting = offer.arrangement() instanceof Stay ? BY_CALENDAR : Timeline.marks(offer.duration());
        this.bits = closing.inTime().apply(place.starts(offer, mode));
        this.offer = offer;
        this.place = place;
    }

    boolean isOfToday(long second) {
        return today <= second && second < tomorrow;
    }

    Offer offer() {
        return offer;
    }

    PlaceBits place() {
        return place;
    }

    /** The first mark from the second on at which it can begin, or -1. */
    int first(long second) {
        return Bits.next(bits, ceil(second));
    }

    /** The first mark after that one at which it can begin, or -1. */
    int after(int mark) {
        return Bits.next(bits, mark + 1);
    }

    /** The first mark that does not begin before the second, or the one after the last. */
    int ceil(long second) {
        return (int) Math.clamp(Math.ceilDiv(second - base, MARK_SECONDS), 0, marks);
    }

    Instant at(int mark) {
        return Instant.ofEpochSecond(base + mark * MARK_SECONDS);
    }

    /** Whether it can begin at the first second or later, and be over by the second one. */
    boolean fits(long from, long to) {
        if (lasting == BY_CALENDAR) {
            return fitsByCalendar(from, to);
        }
        var first = ceil(from);
        var last = Math.min(Math.floorDiv(to - base, MARK_SECONDS) - lasting, marks - 1L);
        return first <= last && Bits.any(bits, first, (int) last + 1);
    }

    /** The shortest stay that begins first also ends first. */
    private boolean fitsByCalendar(long from, long to) {
        var mark = first(from);
        return mark >= 0
                && offer.arrangement() instanceof Stay stay
                && Nights.checkOut(stay, zone(), dayOf(mark).plusDays(stay.fewestNights()))
                                .getEpochSecond()
                        <= to;
    }

    private LocalDate dayOf(int mark) {
        return LocalDate.ofInstant(at(mark), zone());
    }

    private ZoneId zone() {
        return place.timeline().zone();
    }
}
