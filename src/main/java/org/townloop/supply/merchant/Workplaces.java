package org.townloop.supply.merchant;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.RegionId;

/** Where somebody works: the places of the merchants they run, and those whose counter they keep. */
@Component
public class Workplaces {

    private final Places places;
    private final Gate gate;

    Workplaces(Places places, Gate gate) {
        this.places = places;
        this.gate = gate;
    }

    /** The places at which the actor has the right, in a lasting order; empty for somebody who works nowhere. */
    public List<Place> of(Actor actor, Right right) {
        return actor.grants().stream()
                .flatMap(this::places)
                .distinct()
                .filter(place -> allows(actor, right, place))
                .toList();
    }

    /** @throws Absent if the actor has not that right there */
    public Place get(Actor actor, Right right, PlaceId id) {
        var place = RegionId.isIn(id.value()) ? places.get(List.of(id)).get(id) : null;
        if (place == null || !allows(actor, right, place)) {
            throw new Absent(right + " at " + id.value());
        }
        return place;
    }

    private Stream<Place> places(Grant grant) {
        var merchant = grant.merchant();
        var place = grant.place();
        if (merchant != null) {
            return places.of(new MerchantId(merchant)).stream();
        }
        return place == null ? Stream.of() : places.get(List.of(new PlaceId(place))).values().stream();
    }

    private boolean allows(Actor actor, Right right, Place place) {
        return scope(place) instanceof Scope scope && gate.allows(actor, right, scope);
    }

    /** Nobody works at a listing. */
    private static @Nullable Scope scope(Place place) {
        var merchant = place.merchant();
        return merchant == null
                ? null
                : Scope.place(place.region(), merchant.value(), place.id().value());
    }
}
