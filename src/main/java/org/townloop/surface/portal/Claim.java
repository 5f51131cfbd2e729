package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.townloop.supply.pack.Attribute;
import org.townloop.supply.pack.Pack;
import tools.jackson.databind.JsonNode;

/**
 * Something that a shop says of an offer.
 *
 * @param value empty if the label says it all
 */
record Claim(String label, String value) {

    /** All that the attributes claim, in the pack's order. What is denied is no claim. */
    static List<Claim> all(Pack pack, JsonNode attributes, Locale locale) {
        var claims = new ArrayList<Claim>();
        for (var attribute : pack.attributes()) {
            var value = attributes.get(attribute.key());
            if (value != null && !value.isNull() && !(value.isBoolean() && !value.asBoolean())) {
                claims.add(new Claim(attribute.label().in(locale), words(attribute, value, locale)));
            }
        }
        return claims;
    }

    /** Those that are simply so, without a value: what fits on a card. */
    static List<String> plain(Pack pack, JsonNode attributes, Locale locale, int most) {
        return all(pack, attributes, locale).stream()
                .filter(claim -> claim.value.isEmpty())
                .map(Claim::label)
                .limit(most)
                .toList();
    }

    private static String words(Attribute attribute, JsonNode value, Locale locale) {
        return switch (attribute.type()) {
            case FLAG -> "";
            case CHOICE -> choice(attribute, value, locale);
            case CHOICES ->
                value.valueStream()
                        .map(each -> choice(attribute, each, locale))
                        .collect(Collectors.joining(locale.getLanguage().equals("zh") ? "、" : ", "));
            case NUMBER -> {
                var unit = attribute.unit();
                yield unit == null || isSaid(unit.in(locale), attribute.label().in(locale))
                        ? value.asString()
                        : value.asString() + " " + unit.in(locale);
            }
            case TEXT -> value.asString();
        };
    }

    /** Whether a label that counts them names them already, like Bedrooms: 1. A measure is said even so. */
    private static boolean isSaid(String unit, String label) {
        return unit.length() > 2 && label.toLowerCase(Locale.ROOT).contains(unit.toLowerCase(Locale.ROOT));
    }

    private static String choice(Attribute attribute, JsonNode value, Locale locale) {
        return attribute
                .choice(value.asString())
                .map(choice -> choice.label().in(locale))
                .orElse(value.asString());
    }
}
