package org.townloop.supply.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;
import org.townloop.supply.pack.Attribute.Choice;
import tools.jackson.databind.JsonNode;

/** Makes a pack of the content of a pack file, which the pack's schema has passed. */
final class PackContent {

    private PackContent() {}

    /** @throws IllegalArgumentException if the policies contradict themselves */
    static Pack read(JsonNode content) {
        return new Pack(
                new PackId(content.get("id").asString()),
                content.get("version").asInt(),
                words(content.get("name")),
                words(content.get("summary")),
                words(content.get("unit")),
                words(content.get("staff")),
                attributes(content.get("attributes")),
                content.get("attributes"),
                synonyms(content.get("synonyms")),
                pattern(content.get("pattern")),
                resourceKinds(content.get("resources")),
                ModeContent.modes(content),
                offlineCaps(content.path("offline")),
                content.has("shares") ? PackRates.read(content.get("shares")) : PackRates.OF_THE_REGION,
                PracticeContent.read(content));
    }

    static Words words(JsonNode node) {
        return new Words(textOrNull(node.get("en")), textOrNull(node.get("zh")));
    }

    static Pattern pattern(JsonNode node) {
        return new Pattern(
                Pattern.Kind.valueOf(node.get("kind").asString().toUpperCase(Locale.ROOT)),
                node.get("light").asString(),
                node.get("dark").asString(),
                node.get("stroke").asString());
    }

    private static List<Attribute> attributes(JsonNode schema) {
        return schema.get("properties").properties().stream()
                .map(property -> attribute(property.getKey(), property.getValue()))
                .toList();
    }

    private static Attribute attribute(String key, JsonNode node) {
        var type = node.get("type").asString();
        var choices = choices(type.equals("array") ? node.get("items") : node);
        var unit = node.get("unit");
        return new Attribute(
                key,
                words(node.get("label")),
                switch (type) {
                    case "boolean" -> Attribute.Type.FLAG;
                    case "array" -> Attribute.Type.CHOICES;
                    case "integer", "number" -> Attribute.Type.NUMBER;
                    default -> choices.isEmpty() ? Attribute.Type.TEXT : Attribute.Type.CHOICE;
                },
                choices,
                node.path("facet").asBoolean(false),
                unit == null ? null : words(unit),
                tellers(node.path("statedBy")));
    }

    /** The merchant is who speaks where nobody else is named. */
    private static Set<Attribute.Teller> tellers(JsonNode node) {
        return node.isMissingNode()
                ? Set.of(Attribute.Teller.MERCHANT)
                : node.valueStream()
                        .map(who -> Attribute.Teller.valueOf(who.asString().toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of a content of any form that can be read. */
    static List<Attribute> wholeAttributes(JsonNode schema) {
        var whole = new ArrayList<Attribute>();
        schema.path("properties").properties().forEach(property -> {
            try {
                whole.add(attribute(property.getKey(), property.getValue()));
            } catch (RuntimeException e) {
                // it is named by the schema of the format
            }
        });
        return whole;
    }

    static List<Choice> choices(JsonNode node) {
        var choices = new ArrayList<Choice>();
        for (var choice : node.path("oneOf")) {
            choices.add(new Choice(choice.get("const").asString(), words(choice.get("label"))));
        }
        return List.copyOf(choices);
    }

    private static List<List<String>> synonyms(JsonNode node) {
        var groups = new ArrayList<List<String>>();
        for (var group : node) {
            groups.add(group.valueStream().map(JsonNode::asString).toList());
        }
        return List.copyOf(groups);
    }

    private static OfflineCaps offlineCaps(JsonNode node) {
        if (node.isMissingNode()) {
            return OfflineCaps.NONE;
        }
        var values = new HashMap<String, Long>();
        node.get("mostValueMinor")
                .properties()
                .forEach(each -> values.put(each.getKey(), each.getValue().asLong()));
        return new OfflineCaps(node.get("mostUnits").asInt(), Map.copyOf(values));
    }

    private static List<Pack.ResourceKind> resourceKinds(JsonNode node) {
        return node.valueStream()
                .map(kind -> new Pack.ResourceKind(kind.get("key").asString(), words(kind.get("label"))))
                .toList();
    }

    private static @Nullable String textOrNull(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asString();
    }
}
