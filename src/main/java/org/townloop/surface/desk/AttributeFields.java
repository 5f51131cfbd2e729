package org.townloop.surface.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Written;
import org.townloop.supply.pack.Attribute;
import org.townloop.supply.pack.Pack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The attributes of an offer as fields, {@code attr.} and the key: what the pack's schema says, as a form. */
record AttributeFields(Pack pack, Map<String, List<String>> typed) {

    static String name(Attribute attribute) {
        return "attr." + attribute.key();
    }

    /** What was left empty is not said. Whether it fits the schema is judged where offers are written. */
    Outcome<JsonNode> read() {
        var node = JsonNodeFactory.instance.objectNode();
        for (var attribute : pack.attributesOfMerchants()) {
            var values = typed.getOrDefault(name(attribute), List.of()).stream()
                    .map(Written::plain)
                    .flatMap(value -> value == null ? Stream.of() : Stream.of(value))
                    .toList();
            if (!values.isEmpty() && !put(node, attribute, values)) {
                return Outcome.refused(Refusal.of(
                        DeskReason.NUMBER_UNREADABLE,
                        "attributes." + attribute.key(),
                        Map.of("attribute", attribute.label())));
            }
        }
        return Outcome.done(node);
    }

    private static boolean put(ObjectNode node, Attribute attribute, List<String> values) {
        switch (attribute.type()) {
            case FLAG -> node.put(attribute.key(), true);
            case CHOICE, TEXT -> node.put(attribute.key(), values.getFirst());
            case CHOICES -> values.forEach(node.withArray(attribute.key())::add);
            case NUMBER -> {
                return putNumber(node, attribute.key(), values.getFirst());
            }
        }
        return true;
    }

    private static boolean putNumber(ObjectNode node, String key, String text) {
        if (text.matches("-?[0-9]{1,9}")) {
            node.put(key, Integer.parseInt(text));
        } else if (text.matches("-?[0-9]{1,9}\\.[0-9]{1,4}")) {
            node.put(key, Double.parseDouble(text));
        } else {
            return false;
        }
        return true;
    }

    /** The values that stand in an offer's attributes, as the fields would have been sent. */
    static List<String> values(JsonNode attributes, Attribute attribute) {
        var value = attributes.get(attribute.key());
        if (value == null || value.isNull() || (value.isBoolean() && !value.asBoolean())) {
            return List.of();
        }
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).toList()
                : List.of(value.isBoolean() ? "true" : value.asString());
    }
}
