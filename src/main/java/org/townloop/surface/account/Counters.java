package org.townloop.surface.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.TokenScope;
import org.townloop.base.kernel.Absent;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.surface.page.Page;

/** The places at which somebody may redeem, as what a token could be good for. */
@Component
class Counters {

    private final Places places;

    Counters(Places places) {
        this.places = places;
    }

    List<AccountView.CounterChoice> of(Actor actor, Page page) {
        return places(actor)
                .map(place -> new AccountView.CounterChoice(value(scope(place)), page.say(place.name())))
                .toList();
    }

    /**
     * What the form chose.
     *
     * @throws Absent if it is no counter of theirs
     */
    TokenScope chosen(Actor actor, String value) {
        return value.isEmpty()
                ? TokenScope.everything()
                : places(actor)
                        .map(Counters::scope)
                        .filter(scope -> value(scope).equals(value))
                        .findFirst()
                        .orElseThrow(() -> new Absent("counter " + value));
    }

    static String value(TokenScope.Counter counter) {
        return counter.place().toString();
    }

    private Stream<Place> places(Actor actor) {
        return actor.grants().stream().flatMap(this::places).distinct();
    }

    private Stream<Place> places(Grant grant) {
        if (grant.merchant() != null) {
            return places.of(new MerchantId(grant.merchant())).stream();
        }
        return grant.place() == null ? Stream.of() : Stream.of(places.get(new PlaceId(grant.place())));
    }

    private static TokenScope.Counter scope(Place place) {
        UUID merchant = Optional.ofNullable(place.merchant())
                .map(MerchantId::value)
                .orElseThrow(() -> new Absent("a counter of " + place.id()));
        return new TokenScope.Counter(place.id().region(), merchant, place.id().value());
    }
}
