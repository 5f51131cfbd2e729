package org.townloop.supply.offer;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Turns;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.MerchantReason;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Resource;
import org.townloop.supply.merchant.Selling;
import org.townloop.supply.merchant.Staff;
import org.townloop.supply.merchant.Standing;
import org.townloop.supply.pack.Pack;
import org.townloop.supply.pack.Packs;

/** What is sold, and what was. */
@Component
public class Offers {

    /** One state of an offer. */
    public record Mark(OfferId offer, PlaceId place, Instant changedAt) {}

    private final OfferRows rows;
    private final OfferWrites writes;
    private final Places places;
    private final Packs packs;
    private final Regions regions;
    private final Turns turns;
    private final ObjectProvider<SessionNeeds> sessionNeeds;
    private final Atomically atomically;
    private final EventLog events;
    private final ApplicationEventPublisher local;
    private final Clock clock;

    Offers(
            OfferRows rows,
            OfferWrites writes,
            Places places,
            Packs packs,
            Regions regions,
            Turns turns,
            ObjectProvider<SessionNeeds> sessionNeeds,
            Atomically atomically,
            EventLog events,
            ApplicationEventPublisher local,
            Clock clock) {
        this.rows = rows;
        this.writes = writes;
        this.places = places;
        this.packs = packs;
        this.regions = regions;
        this.turns = turns;
        this.sessionNeeds = sessionNeeds;
        this.atomically = atomically;
        this.events = events;
        this.local = local;
        this.clock = clock;
    }

    /**
     * The version that is sold now, or was sold last.
     *
     * @throws Absent if there is no such offer
     */
    public Offer get(OfferId id) {
        return rows.current(List.of(id)).stream().findFirst().orElseThrow(() -> absent(id));
    }

    /** @throws Absent if there is no such version */
    public Offer get(OfferId id, int version) {
        return rows.version(id, version).orElseThrow(() -> absent(id));
    }

    /**
     * Since when the offer says what this version of it says.
     *
     * @throws Absent if there is no such version
     */
    public Instant writtenAt(Offer offer) {
        return rows.writtenAt(offer.id(), offer.version()).orElseThrow(() -> absent(offer.id()));
    }

    /** Since when its merchant has said of it what they say in this version; a new price says nothing anew. */
    public Instant statedSince(Offer offer) {
        return rows.statedSince(offer.id(), offer.version()).orElseThrow(() -> absent(offer.id()));
    }

    /** The newest version of those of them that there are, whether sold now or not. */
    public Map<OfferId, Offer> get(Collection<OfferId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows.current(ids).stream().collect(Collectors.toMap(Offer::id, offer -> offer, (one, same) -> one));
    }

    /** Those of the versions that there are. */
    public Map<OfferVersion, Offer> versions(Collection<OfferVersion> wanted) {
        return wanted.isEmpty()
                ? Map.of()
                : rows.versions(Set.copyOf(wanted)).stream()
                        .collect(Collectors.toMap(
                                offer -> new OfferVersion(offer.id(), offer.version()), offer -> offer));
    }

    /** What a place sells now. */
    public List<Offer> at(PlaceId place) {
        return rows.sold(List.of(place));
    }

    /** What each of the places sells now; a place that sells nothing is not there. */
    public Map<PlaceId, List<Offer>> at(Collection<PlaceId> sellers) {
        return sellers.isEmpty() ? Map.of() : rows.sold(sellers).stream().collect(Collectors.groupingBy(Offer::place));
    }

    /** Gives every offer that is sold now once, region by region, in batches. */
    public void forEach(int batch, Consumer<List<Offer>> consumer) {
        @Nullable OfferId last = null;
        for (var sold = rows.soldAfter(null, batch); !sold.isEmpty(); sold = rows.soldAfter(last, batch)) {
            consumer.accept(sold);
            last = sold.getLast().id();
        }
    }

    /** When each offer that is sold now was last changed: what a copy of them is compared with. */
    public List<Mark> marks() {
        return rows.marks();
    }

    /** The same of those of them that are sold. */
    public List<Mark> marks(Collection<OfferId> ids) {
        return ids.isEmpty() ? List.of() : rows.marks(ids);
    }

    /**
     * Writes a new offer, or a new version of one, in a transaction of its own. Earlier versions stay as they were.
     *
     * @return refused with {@link OfferReason} or a reason of the pack, the field being named
     * @throws Absent if the place, the pack or the offer that gets a new version is not there
     */
    public Outcome<Offer> write(NewOffer offer) {
        return write(offer, null);
    }

    /** @param seen the version that was shown to whoever changes it; null writes whatever it is now */
    Outcome<Offer> write(NewOffer offer, @Nullable Integer seen) {
        var place = places.get(offer.place());
        var before = before(offer);
        var pack = packs.current(offer.pack());
        var staff = places.staff(place.id()).stream().map(Staff::id).collect(Collectors.toSet());
        var things = places.resources(place.id()).stream().map(Resource::id).collect(Collectors.toSet());
        var region = regions.get(place.region());
        var today = clock.instant().atZone(region.zone()).toLocalDate();
        var refusal = new OfferRules(place, region, pack, staff, things, today, before).refusal(offer);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var twice = offer.arrangement() instanceof Session
                ? new SessionRules(region.zone(), clock.instant()).twice(offer, at(place.id()))
                : null;
        if (twice != null) {
            return Outcome.refused(twice);
        }
        return switch (packs.check(pack, offer.attributes())) {
            case Outcome.Refused<?>(var reason) -> Outcome.refused(reason);
            case Outcome.Done<?> _ -> atomically.run(() -> store(offer, seen, place, pack));
        };
    }

    private Outcome<Offer> store(NewOffer offer, @Nullable Integer seen, Place place, Pack pack) {
        if (offer.active() && isTurnedAway(merchantOf(place))) {
            return Outcome.refused(MerchantReason.MERCHANT_REFUSED);
        }
        var id = offer.id() == null ? new OfferId(Ids.next(place.region(), clock.instant())) : offer.id();
        var version = writes.nextVersion(id, offer, merchantOf(place));
        if (seen != null && version != seen + 1) {
            return Outcome.refused(OfferReason.OFFER_CHANGED_MEANWHILE);
        }
        writes.addVersion(id, version, pack.version(), offer);
        writes.setStaff(id, offer.staff());
        var written = get(id, version);
        var taken = sessionNeeds.stream()
                .flatMap(sold -> sold.retake(written).stream())
                .findFirst();
        if (taken.isPresent()) {
            return Outcome.refused(taken.get());
        }
        var changed = new OfferChanged(id.value(), place.id().value());
        events.append(changed);
        local.publishEvent(changed);
        return Outcome.done(written);
    }

    /** Whoever refuses the merchant waits for this, or this for them: nothing is put on sale behind a refusal. */
    boolean isTurnedAway(MerchantId merchant) {
        turns.take(Selling.TURN, merchant.value());
        return places.merchant(merchant).standing() instanceof Standing.Turned;
    }

    private @Nullable Offer before(NewOffer offer) {
        var id = offer.id();
        var before = id == null ? null : get(id);
        if (before != null && !before.place().equals(offer.place())) {
            throw absent(before.id());
        }
        return before;
    }

    private static MerchantId merchantOf(Place place) {
        var merchant = place.merchant();
        if (merchant == null) {
            throw new IllegalStateException("a listing sells nothing: " + place.id());
        }
        return merchant;
    }

    private static Absent absent(OfferId id) {
        return new Absent("offer " + id.value());
    }
}
