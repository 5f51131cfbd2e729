package org.townloop.surface.portal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.Place;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** What the page of an offer says of its place: where it is, and when it is open. */
@Component
class PlaceBlocks {

    private static final Duration HOURS_AHEAD = Duration.ofDays(8);

    private final OpeningHours hours;
    private final Maps maps;
    private final CardOfferViews cards;

    PlaceBlocks(OpeningHours hours, Maps maps, CardOfferViews cards) {
        this.cards = cards;
        this.hours = hours;
        this.maps = maps;
    }

    OfferView.PlaceBlock of(Page page, Times times, Place place) {
        var now = times.now();
        var coming = hours.spans(Set.of(place.id()), now, now.plus(HOURS_AHEAD))
                .getOrDefault(place.id().value(), List.of());
        var point = place.point();
        return new OfferView.PlaceBlock(
                page.say(place.name()),
                new SearchAddress(Map.of("place", List.of(place.id().value().toString()))).toString(),
                page.say(place.address()),
                place.phone(),
                Week.of(page, times, hours.weekOf(place.id()), coming),
                point == null ? null : maps.of(page, point, page.say(place.name())),
                cards.at(page, place.id()));
    }
}
