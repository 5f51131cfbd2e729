package org.townloop.supply.pack;

import java.util.List;
import java.util.Optional;
import org.townloop.base.kernel.Absent;
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
 * @param modes the ways in which its offers are booked, the usual one first
 * @param offlineCaps what a counter may accept without a network
 * @param rates what others than the merchant have of a sale
 * @param practice what is asked and checked before a booking, the service in outline, what is complained of
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
        Pattern pattern,
        List<ResourceKind> resourceKinds,
        List<Mode> modes,
        OfflineCaps offlineCaps,
        PackRates rates,
        Practice practice) {

    public Pack {
        if (modes.isEmpty()) {
            throw new IllegalArgumentException("nothing of the pack can be had: it has no mode");
        }
    }

    /** A kind of thing that a visit occupies: chair, 椅位. */
    public record ResourceKind(String key, Words label) {}

    public Optional<Attribute> attribute(String key) {
        return attributes.stream()
                .filter(attribute -> attribute.key().equals(key))
                .findFirst();
    }

    /** What its offers are sorted by on a list: the first choice that searches are narrowed by. Vegetables, fruit, eggs … */
    public Optional<Attribute> kind() {
        return attributes.stream()
                .filter(attribute -> attribute.type() == Attribute.Type.CHOICE && attribute.facet())
                .findFirst();
    }

    /** What merchants may say of their offers. */
    public List<Attribute> attributesOfMerchants() {
        return attributes.stream()
                .filter(attribute -> attribute.statedBy().contains(Attribute.Teller.MERCHANT))
                .toList();
    }

    /** The mode in which offers of the trade are usually booked. */
    public Mode usualMode() {
        return modes.getFirst();
    }

    /** @throws Absent if the pack has no such mode */
    public Mode mode(String key) {
        return modes.stream()
                .filter(mode -> mode.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Absent("mode " + key + " of pack " + id));
    }

    public Optional<ResourceKind> resourceKind(String key) {
        return resourceKinds.stream().filter(kind -> kind.key().equals(key)).findFirst();
    }
}
