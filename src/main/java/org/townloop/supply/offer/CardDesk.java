package org.townloop.supply.offer;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.MerchantReason;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.Packs;
import tools.jackson.databind.json.JsonMapper;

/** The gift vouchers, passes and balances of a place in the hands of those who run it. */
@Component
public class CardDesk {

    private static final int CARDS_MAX = 30;

    private final Workplaces workplaces;
    private final Offers offers;
    private final OfferRows rows;
    private final OfferWrites writes;
    private final OnSale onSale;
    private final Packs packs;
    private final Regions regions;
    private final Optional<CardKeeping> keeping;
    private final Atomically atomically;
    private final JsonMapper json;
    private final Clock clock;
    private final long most;

    CardDesk(
            Workplaces workplaces,
            Offers offers,
            OfferRows rows,
            OfferWrites writes,
            OnSale onSale,
            Packs packs,
            Regions regions,
            Optional<CardKeeping> keeping,
            Atomically atomically,
            JsonMapper json,
            Clock clock,
            @Value("${townloop.stored.most-minor}") long most) {
        this.workplaces = workplaces;
        this.offers = offers;
        this.rows = rows;
        this.writes = writes;
        this.onSale = onSale;
        this.packs = packs;
        this.regions = regions;
        this.keeping = keeping;
        this.atomically = atomically;
        this.json = json;
        this.clock = clock;
        this.most = most;
    }

    /**
     * All cards of the place, those off sale too, in the order in which they were first written.
     *
     * @throws Absent if there is no such place, or the actor does not run it
     */
    public List<Offer> all(Actor actor, PlaceId place) {
        workplaces.get(actor, Right.RUN_PLACE, place);
        return rows.cardsAt(place);
    }

    /** What uses of can be sold ahead there. */
    public List<Offer> usable(Actor actor, PlaceId place) {
        workplaces.get(actor, Right.RUN_PLACE, place);
        return offers.at(place).stream().filter(Stored::canBeUsesOf).toList();
    }

    /** @throws Absent if there is no such card, or the actor does not run its place */
    public Offer get(Actor actor, OfferId id) {
        var card = RegionId.isIn(id.value()) ? offers.get(List.of(id)).get(id) : null;
        if (card == null || card.card() == null) {
            throw new Absent("card " + id.value());
        }
        workplaces.get(actor, Right.RUN_PLACE, card.place());
        return card;
    }

    /** Why none can be sold there, whatever it is: nobody keeps the money. */
    public Optional<Refusal> unkept(RegionId region) {
        return keeping.flatMap(by -> by.refusal(region));
    }

    /**
     * Writes a new card, or a new version of one; what was sold under earlier ones stays as it was.
     *
     * @param seen the version that was shown to whoever changes it, or null for a new card
     * @return refused with {@link CardReason} or {@link OfferReason}, or because nobody keeps the money
     * @throws Absent if there is no such place or card, or the actor does not run it
     */
    public Outcome<Offer> write(Actor actor, NewCard card, @Nullable Integer seen) {
        var place = workplaces.get(actor, Right.RUN_PLACE, card.place());
        if (card.id() != null && !get(actor, card.id()).place().equals(place.id())) {
            throw new Absent("card " + card.id().value());
        }
        var refusal = card.active() ? unkept(place.region()) : Optional.<Refusal>empty();
        if (refusal.isEmpty()) {
            refusal = new CardRules(regions.get(place.region()), offers.at(place.id()), most).refusal(card);
        }
        return refusal.<Outcome<Offer>>map(Outcome::refused)
                .orElseGet(() -> atomically.run(() -> store(card, place, seen)));
    }

    /** Puts a card on sale, or takes it off: what was sold is good all the same. */
    public Outcome<Offer> setOnSale(Actor actor, OfferId id, boolean active) {
        var card = get(actor, id);
        var unkept = active ? unkept(card.region()) : Optional.<Refusal>empty();
        return unkept.isPresent()
                ? Outcome.refused(unkept.get())
                : atomically.run(() -> {
                    if (active && offers.isTurnedAway(card.merchant())) {
                        return Outcome.refused(MerchantReason.MERCHANT_REFUSED);
                    }
                    onSale.set(id, active);
                    return Outcome.done(offers.get(id));
                });
    }

    private Outcome<Offer> store(NewCard card, Place place, @Nullable Integer seen) {
        var merchant = place.merchant();
        if (merchant == null) {
            return Outcome.refused(Refusal.of(OfferReason.PLACE_IS_LISTING, "place"));
        }
        if (card.active() && offers.isTurnedAway(merchant)) {
            return Outcome.refused(MerchantReason.MERCHANT_REFUSED);
        }
        if (card.id() == null && rows.cardsAt(place.id()).size() >= CARDS_MAX) {
            return Outcome.refused(Refusal.of(CardReason.CARDS_TOO_MANY, "title", Map.of("max", CARDS_MAX)));
        }
        var id = card.id() == null ? new OfferId(Ids.next(place.region(), clock.instant())) : card.id();
        var pack = packs.current(new PackId(place.trade()));
        var written = written(id, card, pack.id());
        var version = writes.nextVersion(id, written, merchant);
        if (seen != null && version != seen + 1) {
            return Outcome.refused(OfferReason.OFFER_CHANGED_MEANWHILE);
        }
        writes.addVersion(id, version, pack.version(), written);
        return Outcome.done(offers.get(id, version));
    }

    private NewOffer written(OfferId id, NewCard card, PackId pack) {
        return new NewOffer(
                id,
                card.place(),
                pack,
                card.title(),
                card.description(),
                card.price(),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                null,
                json.createObjectNode(),
                Set.of(),
                Stored.MODE,
                card.sold(),
                SetMenu.NONE,
                card.active());
    }
}
