package org.townloop.supply.pack;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.JsonNode;

/** Says what the schema of the format finds, in words and with the way to mend it. */
final class FormFaults {

    private static final int NEAR = 2;

    private final Set<String> known = new TreeSet<>();

    FormFaults(JsonNode schema) {
        names(schema);
    }

    Fault of(Error error, YamlText text) {
        var pointer = error.getInstanceLocation().toString();
        if (error.getKeyword().equals("additionalProperties")) {
            var key = String.valueOf(error.getProperty());
            return text.faultOfKey(pointer, key, unknown(key));
        }
        return text.fault(pointer, words(error));
    }

    private Words words(Error error) {
        var rule = rule(error);
        var value = shown(error.getInstanceNode());
        return switch (error.getKeyword()) {
            case "required" ->
                Words.of(error.getProperty() + " is missing: add it", "缺少 " + error.getProperty() + "，请补上");
            case "type" -> Words.of(value + " is not of type " + rule, value + " 的类型不对，应为 " + rule);
            case "enum" ->
                Words.of(value + " is not known: choose one of " + rule, "没有 " + value + " 这个选项，请从中选择：" + rule);
            case "const" -> Words.of("must be " + rule + ", not " + value, "应为 " + rule + "，而不是 " + value);
            case "pattern" -> Words.of(value + " must be written like " + rule, value + " 的写法不对，应符合 " + rule);
            case "minimum" -> Words.of(value + " is too little: at least " + rule, value + " 太小，至少为 " + rule);
            case "maximum" -> Words.of(value + " is too much: at most " + rule, value + " 太大，最多为 " + rule);
            case "minLength" -> Words.of("is empty: say something", "为空，请填写");
            case "maxLength" -> Words.of("is too long: at most " + rule + " letters", "太长，最多 " + rule + " 字");
            case "minItems" -> Words.of("needs at least " + rule, "至少需要 " + rule + " 项");
            case "maxItems" -> Words.of("has too many: at most " + rule, "太多，最多 " + rule + " 项");
            default -> Words.of(error.getMessage(), error.getMessage());
        };
    }

    private Words unknown(String key) {
        var near = known.stream().filter(name -> distance(name, key) <= NEAR).findFirst();
        return Words.of(
                key + " is not known here: "
                        + near.map(name -> "did you mean " + name + "?").orElse("take it out"),
                "这里没有 " + key + " 这一项，" + near.map(name -> "是否想写 " + name + "？").orElse("请删去"));
    }

    private static String rule(Error error) {
        var node = error.getSchemaNode();
        return node == null ? "" : shown(node);
    }

    private static String shown(JsonNode node) {
        if (node == null || node.isMissingNode() || node.isNull()) {
            return "nothing";
        }
        if (node.isArray()) {
            return String.join(", ", node.valueStream().map(FormFaults::shown).toList());
        }
        var text = node.isValueNode() ? node.asString() : node.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private void names(JsonNode schema) {
        schema.path("properties").properties().forEach(each -> known.add(each.getKey()));
        schema.forEach(this::names);
    }

    /** How many letters are to be changed, added or left out. */
    private static int distance(String one, String other) {
        List<Integer> above = new ArrayList<>();
        for (int j = 0; j <= other.length(); j++) {
            above.add(j);
        }
        for (int i = 1; i <= one.length(); i++) {
            var row = new ArrayList<>(List.of(i));
            for (int j = 1; j <= other.length(); j++) {
                var same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row.add(Math.min(Math.min(row.get(j - 1), above.get(j)) + 1, above.get(j - 1) + same));
            }
            above = row;
        }
        return above.getLast();
    }
}
