package org.townloop.supply.pack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.JsonNode;

/**
 * One version of a pack. It never changes: an order keeps the terms of the version it was sold under.
 *
 * @param staffWord what a member of staff is called in this trade: stylist, 发型师
 * @param attributes what an offer may say of itself, in the order in which it is shown
 * @param schema the JSON Schema (2020-12) that an offer's attributes must satisfy
 * @param synonyms groups of words that mean the same to someone who searches
 * @param resourceKinds what a place may have that a visit occupies
 * @param mode how its offers are booked
 * @param startEvery the grid of starts, counted from the full hour of the place's clock; without meaning for a walk-in
 * @param voucherValidDays how long after the booked time a voucher may still be redeemed; a walk-in's own window decides
 *     instead
 * @param noShow what becomes of who comes late or not at all; null in versions that did not say
 * @param offlineCaps what a counter may accept without a network
 */
public record Pack(
        PackId id,
        int version,
        Words name,
        Words summary,
        Words unitWord,
        Words staffWord,
        List<Attribute> attributes,
        JsonNode schema,
        List<List<String>> synonyms,
        CancellationPolicy cancellation,
        Pattern pattern,
        List<ResourceKind> resourceKinds,
        BookingMode mode,
        Duration startEvery,
        int voucherValidDays,
        @Nullable NoShowPolicy noShow,
        OfflineCaps offlineCaps) {

    /** A kind of thing that a visit occupies: chair, 椅位. */
    public record ResourceKind(String key, Words label) {}

    public Optional<Attribute> attribute(String key) {
        return attributes.stream()
                .filter(attribute -> attribute.key().equals(key))
                .findFirst();
    }

    public Optional<ResourceKind> resourceKind(String key) {
        return resourceKinds.stream().filter(kind -> kind.key().equals(key)).findFirst();
    }
}
