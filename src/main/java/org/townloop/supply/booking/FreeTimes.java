package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.base.region.Calendars;
import org.townloop.base.region.HolidaysChanged;
import org.townloop.supply.booking.TakenLots.LotTaken;
import org.townloop.supply.merchant.PlaceChanged;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferChanged;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;

/**
 * The bits of places, and the offers they were asked about: read on first use, for all that are missing at once, and
 * forgotten when they have changed. What this process changes is forgotten at its commit, what others change when the
 * log tells of it.
 */
@Component
class FreeTimes implements EventConsumer {

    private static final Duration LONGEST_DAY = Duration.ofHours(25);

    /** Of some ten kilobytes each. */
    private static final int MOST_PLACES = 10_000;

    private static final int MOST_OFFERS = 50_000;

    private final Rosters rosters;
    private final Claims claims;
    private final DayClaims days;
    private final TakenLots lots;
    private final Gatherings gatherings;
    private final Offers offers;
    private final Calendars calendars;
    private final KeptStarts keptStarts;
    private final SoldOut soldOut;
    private final Clock clock;
    private final Kept<PlaceId, Roster> keptRosters = new Kept<>(MOST_PLACES);
    private final Kept<PlaceId, PlaceBits> keptBits = new Kept<>(MOST_PLACES);
    private final Kept<OfferId, Offer> keptOffers = new Kept<>(MOST_OFFERS);

    FreeTimes(
            Rosters rosters,
            Claims claims,
            DayClaims days,
            TakenLots lots,
            Gatherings gatherings,
            Offers offers,
            Calendars calendars,
            KeptStarts keptStarts,
            SoldOut soldOut,
            Clock clock) {
        this.rosters = rosters;
        this.claims = claims;
        this.days = days;
        this.lots = lots;
        this.gatherings = gatherings;
        this.offers = offers;
        this.calendars = calendars;
        this.keptStarts = keptStarts;
        this.soldOut = soldOut;
        this.clock = clock;
    }

    Map<PlaceId, PlaceBits> of(Collection<PlaceId> places) {
        var now = clock.instant();
        return keptBits.get(places, bits -> bits.timeline().isOfToday(now), missing -> read(missing, now));
    }

    /** Those of the offers that there are, as they are sold now. */
    Map<OfferId, Offer> offers(Collection<OfferId> ids) {
        return keptOffers.get(ids, offer -> true, offers::get);
    }

    private Map<PlaceId, PlaceBits> read(Set<PlaceId> places, Instant now) {
        var here = keptRosters.get(
                places, roster -> roster.timeline().isOfToday(now), missing -> rosters.readAnew(missing, now));
        var timelines = here.values().stream().map(Roster::timeline).toList();
        var span = Rosters.hull(timelines);
        var taken = claims.taken(here.keySet(), span, now).stream().collect(Collectors.groupingBy(Claimed::place));
        var yesterday = LocalDate.ofInstant(span.start(), ZoneOffset.UTC).minusDays(1); // no zone is further away
        var onDays =
                days.takenAt(here.keySet(), yesterday, now).stream().collect(Collectors.groupingBy(DayTaken::place));
        var dayBefore = span.start().minus(LONGEST_DAY);
        var yearAhead = span.start().plus(LONGEST_DAY.multipliedBy(Roster.YEAR + 1L));
        var ofLots = lots.at(here.keySet(), dayBefore, yearAhead, now).stream()
                .collect(Collectors.groupingBy(LotTaken::place));
        var closed = lots.closed(here.keySet(), dayBefore, yearAhead).stream()
                .collect(Collectors.groupingBy(LotTaken::place));
        var promised = gatherings.at(here.keySet(), span.start(), span.end());
        return here.values().stream()
                .collect(Collectors.toMap(
                        Roster::place,
                        roster -> new PlaceBits(
                                roster,
                                taken.getOrDefault(roster.place(), List.of()),
                                onDays.getOrDefault(roster.place(), List.of()),
                                ofLots.getOrDefault(roster.place(), List.of()),
                                closed.getOrDefault(roster.place(), List.of()),
                                promised)));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(SlotsChanged changed) {
        forget(new PlaceId(changed.subject()), false);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(PlaceChanged changed) {
        forget(new PlaceId(changed.subject()), true);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(OfferChanged changed) {
        forget(new OfferId(changed.subject()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(HolidaysChanged changed) {
        forgetAll();
    }

    @Override
    public String name() {
        return "free-times";
    }

    @Override
    public Set<String> types() {
        return Set.of(
                SlotsChanged.class.getSimpleName(),
                PlaceChanged.class.getSimpleName(),
                OfferChanged.class.getSimpleName(),
                HolidaysChanged.class.getSimpleName());
    }

    @Override
    public void accept(List<RecordedEvent> events) {
        for (var event : events) {
            if (event.is(OfferChanged.class)) {
                forget(new OfferId(event.subject()));
            } else if (event.is(HolidaysChanged.class)) {
                forgetAll();
            } else {
                forget(new PlaceId(event.subject()), event.is(PlaceChanged.class));
            }
        }
    }

    @Override
    public boolean durable() {
        return false;
    }

    /** The calendars first, whoever else is told of it later: rosters that are read from now on heed them. */
    private void forgetAll() {
        calendars.reload();
        keptRosters.forgetAll();
        keptBits.forgetAll();
        keptStarts.forgetAll();
        soldOut.forgetAll();
    }

    private void forget(OfferId offer) {
        keptOffers.forget(offer);
        keptStarts.forget(offer);
        soldOut.forgetAll();
    }

    /** The roster first, the starts last: what is read in between is made of the new one, or is not kept. */
    private void forget(PlaceId place, boolean rosterToo) {
        if (rosterToo) {
            keptRosters.forget(place);
        }
        keptBits.forget(place);
        keptStarts.forget(place);
        soldOut.forget(place);
    }
}
