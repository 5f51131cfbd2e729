package org.townloop.supply.pack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.JsonNode;

/** What no schema can say: that names are there once, that what is named is there, that policies agree. */
final class PackMeaning {

    private static final Set<String> WISHED = Set.of("quantity", "slotStart");

    private final JsonNode content;
    private final YamlText text;
    private final List<Fault> faults;

    PackMeaning(JsonNode content, YamlText text, List<Fault> faults) {
        this.content = content;
        this.text = text;
        this.faults = faults;
    }

    /** Finds faults in contents of any form: what has not the form is passed over. */
    void look() {
        for (var list : List.of("resources", "modes", "questions", "standard", "complaints")) {
            once("/" + list, "key");
        }
        new PolicyMeaning(content, this).look();
        attributes();
        synonyms();
        references("/checks", "mode", keys("modes"));
        references("/complaints", "step", keys("standard"));
        fieldsOfChecks();
        new CheckMeaning(content, text, this).look();
    }

    void fault(String pointer, String en, String zh) {
        faults.add(text.fault(pointer, Words.of(en, zh)));
    }

    void add(Fault fault) {
        faults.add(fault);
    }

    private void once(String list, String name) {
        var seen = new HashSet<String>();
        int i = 0;
        for (var each : content.at(list)) {
            var key = each.path(name).asString("");
            if (!key.isEmpty() && !seen.add(key)) {
                fault(
                        list + "/" + i + "/" + name,
                        key + " is there twice: give one another name",
                        key + " 重复了：请改用别的名称");
            }
            i++;
        }
    }

    private Set<String> keys(String list) {
        return content.path(list)
                .valueStream()
                .map(each -> each.path("key").asString(""))
                .collect(Collectors.toSet());
    }

    private void references(String list, String name, Set<String> there) {
        int i = 0;
        for (var each : content.at(list)) {
            var named = each.path(name).asString("");
            if (!named.isEmpty() && !there.contains(named)) {
                fault(
                        list + "/" + i + "/" + name,
                        "there is no " + named + ": name one of " + listed(there),
                        "没有 " + named + "：请从中选择 " + listed(there));
            }
            i++;
        }
    }

    private static String listed(Set<String> names) {
        return names.isEmpty() ? "(none)" : names.stream().sorted().collect(Collectors.joining(", "));
    }

    private void attributes() {
        var said = content.at("/attributes/properties");
        int i = 0;
        for (var key : content.at("/attributes/required")) {
            if (!said.has(key.asString(""))) {
                fault(
                        "/attributes/required/" + i,
                        "there is no attribute " + key.asString("") + ": add it, or do not require it",
                        "没有属性 " + key.asString("") + "：请补上或不作要求");
            } else if (!statedByMerchants(said.get(key.asString("")))) {
                fault(
                        "/attributes/required/" + i,
                        "merchants may not state " + key.asString("") + ": do not require it",
                        "商家不能填写 " + key.asString("") + "：请不作要求");
            }
            i++;
        }
        said.properties().forEach(each -> attribute("/attributes/properties/" + each.getKey(), each.getValue()));
    }

    private static boolean statedByMerchants(JsonNode attribute) {
        return !attribute.has("statedBy")
                || attribute
                        .get("statedBy")
                        .valueStream()
                        .anyMatch(who -> who.asString("").equals("merchant"));
    }

    private void attribute(String at, JsonNode node) {
        var type = node.path("type").asString("");
        once(at + (type.equals("array") ? "/items/oneOf" : "/oneOf"), "const");
        if (node.has("oneOf") && !type.equals("string")) {
            fault(at + "/oneOf", "only a string has choices: say type: string", "只有 string 才有选项：请写 type: string");
        }
        var number = type.equals("integer") || type.equals("number");
        if (node.has("unit") && !number) {
            fault(at + "/unit", "only a number has a unit: take it out", "只有数字才有单位：请删去");
        }
        if (node.has("minimum")
                && node.has("maximum")
                && node.get("minimum").asDouble(0) > node.get("maximum").asDouble(0)) {
            fault(at + "/maximum", "is below the minimum: exchange them", "最大值小于最小值：请对调");
        }
    }

    private void synonyms() {
        var first = new HashMap<String, Integer>();
        int group = 0;
        for (var words : content.path("synonyms")) {
            int i = 0;
            for (var word : words) {
                var before = first.putIfAbsent(word.asString(""), group);
                if (before != null) {
                    fault(
                            "/synonyms/" + group + "/" + i,
                            word.asString("") + " is in group " + (before + 1) + " already: a word is in one group",
                            word.asString("") + " 已在第 " + (before + 1) + " 组：一个词只属于一组");
                }
                i++;
            }
            group++;
        }
    }

    /** The field that a refused resident is to mend is one that they filled in. */
    private void fieldsOfChecks() {
        var fields = new HashSet<>(WISHED);
        keys("questions").forEach(key -> fields.add("answers." + key));
        references("/checks", "field", fields);
    }
}
