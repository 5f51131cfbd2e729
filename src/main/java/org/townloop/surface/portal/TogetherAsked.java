package org.townloop.surface.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.townloop.supply.booking.Combination;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;
import org.townloop.surface.page.Typed;

/**
 * What the address of the page says: which services of a place are wanted, and when. The address is all that is kept of it.
 *
 * @param services in the order in which they were chosen
 * @param inOrder whether they are to be had in that order
 * @param at a start that was chosen before, on signing in for example
 */
record TogetherAsked(
        PlaceId place,
        List<OfferId> services,
        boolean inOrder,
        @Nullable LocalDate day,
        @Nullable Instant at) {

    static TogetherAsked read(PlaceId place, MultiValueMap<String, String> typed) {
        return new TogetherAsked(
                place,
                typed.getOrDefault("offer", List.of()).stream()
                        .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                        .map(text -> new OfferId(UUID.fromString(text)))
                        .distinct()
                        .limit(Combination.MOST)
                        .toList(),
                "kept".equals(typed.getFirst("order")),
                Typed.day(first(typed, "day")).orElse(null),
                Typed.moment(first(typed, "at")).orElse(null));
    }

    private static String first(MultiValueMap<String, String> typed, String name) {
        return typed.getOrDefault(name, List.of("")).getFirst();
    }

    static String path(PlaceId place) {
        return "/places/" + place.value() + "/together";
    }

    TogetherAsked with(OfferId service) {
        return of(Stream.concat(services.stream(), Stream.of(service)).toList(), inOrder);
    }

    TogetherAsked without(OfferId service) {
        return of(services.stream().filter(each -> !each.equals(service)).toList(), inOrder);
    }

    /** One place nearer to the beginning. */
    TogetherAsked earlier(int number) {
        var moved = new ArrayList<>(services);
        moved.add(number - 1, moved.remove(number));
        return of(moved, true);
    }

    TogetherAsked inOrder(boolean kept) {
        return of(services, kept);
    }

    TogetherAsked on(LocalDate other) {
        return new TogetherAsked(place, services, inOrder, other, null);
    }

    TogetherAsked at(Instant start) {
        return new TogetherAsked(place, services, inOrder, day, start);
    }

    private TogetherAsked of(List<OfferId> others, boolean kept) {
        return new TogetherAsked(place, others, kept, day, null);
    }

    String href() {
        var said = services.stream().map(service -> "offer=" + service.value()).collect(Collectors.toList());
        if (inOrder) {
            said.add("order=kept");
        }
        if (day != null) {
            said.add("day=" + day);
        }
        if (at != null) {
            said.add("at=" + at);
        }
        return said.isEmpty() ? path(place) : path(place) + "?" + String.join("&", said);
    }
}
