package org.townloop.loop.screening;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.Staff;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.pack.Attribute;
import org.townloop.supply.pack.Pack;
import org.townloop.supply.pack.Packs;
import tools.jackson.databind.JsonNode;

/** All the words by which an offer or a listing may be looked for, beside names and address. */
@Component
class Wordings {

    private final Packs packs;

    Wordings(Packs packs) {
        this.packs = packs;
    }

    /** The trade, what the attributes say, the dishes, who works there, and what means the same as any of that. */
    List<String> words(Offer offer, Place place, List<Staff> staff) {
        var pack = packs.get(offer.pack(), offer.packVersion());
        var said = new ArrayList<String>();
        said.addAll(both(offer.title()));
        said.addAll(both(place.name()));
        attributes(pack, offer.attributes(), said);
        dishes(offer.menu(), said);
        var words = new ArrayList<>(said);
        words.addAll(synonyms(pack, said));
        words.addAll(both(pack.name()));
        staff.stream()
                .filter(each -> offer.staff().contains(each.id()))
                .forEach(each -> words.addAll(both(each.name())));
        return words;
    }

    /** The trade, and the class that the source names: "fast_food" is "fast food". */
    List<String> words(Place listing) {
        var words = new ArrayList<>(both(packs.trade(listing.trade()).name()));
        words.add(listing.details().path("class").asString("").replace('_', ' '));
        return words;
    }

    /** Dishes, facilities and whatever else the source says of the place itself; not what is near it. */
    List<String> details(Place listing) {
        var details = new ArrayList<String>();
        listing.details().properties().forEach(entry -> {
            if (!entry.getKey().equals("nearby")) {
                texts(entry.getValue(), details);
            }
        });
        return details;
    }

    static List<String> both(Words words) {
        var both = new ArrayList<String>();
        for (var text : new String[] {words.en(), words.zh()}) {
            if (text != null && !text.isBlank()) {
                both.add(text);
            }
        }
        return both;
    }

    private static void dishes(SetMenu menu, List<String> words) {
        menu.courses().stream()
                .flatMap(course -> course.dishes().stream())
                .forEach(dish -> words.addAll(both(dish.name())));
    }

    private static void attributes(Pack pack, JsonNode attributes, List<String> words) {
        for (var attribute : pack.attributes()) {
            var value = attributes.path(attribute.key());
            switch (attribute.type()) {
                case FLAG -> {
                    if (value.asBoolean(false)) {
                        words.addAll(both(attribute.label()));
                    }
                }
                case CHOICE, CHOICES -> choices(attribute, value, words);
                case TEXT -> texts(value, words);
                case NUMBER -> {}
            }
        }
    }

    private static void choices(Attribute attribute, JsonNode value, List<String> words) {
        var keys = value.isArray() ? value.valueStream().toList() : List.of(value);
        keys.stream()
                .flatMap(key -> attribute.choice(key.asString("")).stream())
                .forEach(choice -> words.addAll(both(choice.label())));
    }

    /** Every group of which a word was said. */
    private static Set<String> synonyms(Pack pack, List<String> said) {
        var text = " " + String.join(" ", said).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        var words = new LinkedHashSet<String>();
        for (var group : pack.synonyms()) {
            if (group.stream().anyMatch(word -> says(text, word))) {
                words.addAll(group);
            }
        }
        return words;
    }

    private static boolean says(String text, String word) {
        return word.codePoints().allMatch(Character::isIdeographic)
                ? text.contains(word)
                : text.contains(" " + word.toLowerCase(Locale.ROOT).replace('-', ' ') + " ");
    }

    private static void texts(JsonNode node, List<String> texts) {
        if (node.isString()) {
            texts.add(node.asString());
        } else if (node.isContainer()) {
            node.values().forEach(value -> texts(value, texts));
        }
    }
}
