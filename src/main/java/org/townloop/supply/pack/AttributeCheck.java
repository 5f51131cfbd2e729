package org.townloop.supply.pack;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.JsonNode;

/** Holds an offer's attributes against the schema of its pack. */
class AttributeCheck {

    private static final String FIELD = "attributes";
    private static final int NOT_A_CHOICE_FIRST = 0;

    private final Pack pack;
    private final Schema schema;

    AttributeCheck(Pack pack) {
        this.pack = pack;
        this.schema = PackFormat.schemaOf(pack);
    }

    Outcome<JsonNode> check(JsonNode attributes) {
        var foreign = pack.attributes().stream()
                .filter(attribute ->
                        attributes.has(attribute.key()) && !attribute.statedBy().contains(Attribute.Teller.MERCHANT))
                .findFirst();
        if (foreign.isPresent()) {
            return Outcome.refused(
                    refusal(PackReason.ATTRIBUTE_NOT_YOURS, foreign.get().key(), Map.of()));
        }
        return schema.validate(attributes).stream()
                .min(Comparator.comparing(AttributeCheck::order))
                .map(error -> Outcome.<JsonNode>refused(refusal(error)))
                .orElseGet(() -> Outcome.done(attributes));
    }

    /** Of the many errors of one wrong choice the first says it best. */
    private static int order(Error error) {
        return error.getKeyword().equals("oneOf") ? NOT_A_CHOICE_FIRST : NOT_A_CHOICE_FIRST + 1;
    }

    private Refusal refusal(Error error) {
        var path = error.getInstanceLocation();
        var key = path.getNameCount() > 0 ? path.getName(0) : String.valueOf(error.getProperty());
        return switch (error.getKeyword()) {
            case "required", "minItems", "minLength" -> refusal(PackReason.ATTRIBUTE_MISSING, key, Map.of());
            case "additionalProperties" -> refusal(PackReason.ATTRIBUTE_UNKNOWN, key, Map.of("key", key));
            case "oneOf", "const", "enum" ->
                refusal(PackReason.ATTRIBUTE_NOT_A_CHOICE, key, Map.of("choices", choices(key)));
            case "minimum", "maximum" -> refusal(PackReason.ATTRIBUTE_OUT_OF_RANGE, key, range(key));
            case "type" -> refusal(PackReason.ATTRIBUTE_WRONG_TYPE, key, Map.of("expected", expected(error)));
            case "uniqueItems" -> refusal(PackReason.ATTRIBUTE_REPEATED, key, Map.of());
            case "maxLength" ->
                refusal(
                        PackReason.ATTRIBUTE_TOO_LONG,
                        key,
                        Map.of("max", error.getSchemaNode().asInt()));
            default -> refusal(PackReason.ATTRIBUTE_INVALID, key, Map.of());
        };
    }

    private Refusal refusal(PackReason reason, String key, Map<String, Object> facts) {
        var label = pack.attribute(key).map(Attribute::label).orElse(Words.of(key, key));
        var all = new HashMap<>(facts);
        all.put("attribute", label);
        return Refusal.of(reason, FIELD + "." + key, Map.copyOf(all));
    }

    private List<Words> choices(String key) {
        return pack.attribute(key).map(Attribute::choices).orElse(List.of()).stream()
                .map(Attribute.Choice::label)
                .toList();
    }

    private Map<String, Object> range(String key) {
        var rule = pack.schema().at("/properties/" + key);
        return Map.of(
                "min",
                rule.path("minimum").asInt(0),
                "max",
                rule.path("maximum").asInt(Integer.MAX_VALUE));
    }

    private static String expected(Error error) {
        return error.getSchemaNode() == null ? "?" : error.getSchemaNode().asString();
    }
}
