package org.townloop.loop.screening;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.Staff;
import org.townloop.supply.offer.Offer;
import tools.jackson.databind.JsonNode;

/** An offer that is sold, or a listing, straight from the tables. */
record ScannedRow(Place place, @Nullable Offer offer, ScannedText text) {

    static ScannedRow of(Offer offer, Place place, List<Staff> staff, Wordings wordings) {
        var names = new ArrayList<>(Wordings.both(offer.title()));
        names.addAll(Wordings.both(place.name()));
        return new ScannedRow(
                place,
                offer,
                new ScannedText(
                        Map.of(
                                "names", names,
                                "words", wordings.words(offer, place, staff),
                                "address", Wordings.both(place.address()),
                                "details", Wordings.both(offer.description())),
                        List.of("words", "address")));
    }

    static ScannedRow of(Place listing, Wordings wordings) {
        return new ScannedRow(
                listing,
                null,
                new ScannedText(
                        Map.of(
                                "names", Wordings.both(listing.name()),
                                "words", wordings.words(listing),
                                "address", Wordings.both(listing.address()),
                                "details", wordings.details(listing)),
                        List.of("words", "address", "details")));
    }

    UUID id() {
        return offer == null ? place.id().value() : offer.id().value();
    }

    String trade() {
        return offer == null ? place.trade() : offer.pack().value();
    }

    @Nullable
    Long price() {
        if (offer != null) {
            return offer.price().minor();
        }
        var listed = place.details().path("listedPrice").path("minor");
        return listed.isMissingNode() ? null : listed.asLong();
    }

    /** What the source of a listing thinks of it; 0 if it says nothing. */
    double sourceRating() {
        return place.details().path("rating").asDouble(0);
    }

    /** @param name of the attribute, perhaps with its pack before it */
    boolean has(String name, AttributeFilter filter) {
        var values = attribute(name);
        return switch (filter) {
            case AttributeFilter.OneOf(var any) -> any.stream().anyMatch(values::contains);
            case AttributeFilter.All(var all) -> values.containsAll(all);
            case AttributeFilter.Min(var least) ->
                values.stream().anyMatch(value -> new BigDecimal(value).compareTo(least) >= 0);
            case AttributeFilter.Max(var most) ->
                values.stream().anyMatch(value -> new BigDecimal(value).compareTo(most) <= 0);
        };
    }

    /** The values by which a facet counts this row. */
    Set<String> values(String facet) {
        if (facet.equals("trade")) {
            return Set.of(trade());
        }
        var values = attribute(facet.substring("attr.".length()));
        return values.contains("false") ? Set.of() : values;
    }

    private Set<String> attribute(String name) {
        var key = name.substring(name.indexOf('.') + 1);
        var isOfOther = name.contains(".") && !name.startsWith(trade() + ".");
        if (offer == null || isOfOther || !offer.attributes().has(key)) {
            return Set.of();
        }
        var value = offer.attributes().get(key);
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.toSet())
                : Set.of(value.asString());
    }
}
