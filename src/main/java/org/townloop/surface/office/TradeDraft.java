package org.townloop.surface.office;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A new trade as somebody describes it who has never seen a pack file, and the pack file that it makes.
 *
 * @param typed the fields of the form
 */
record TradeDraft(Map<String, String> typed) {

    static final List<String> WAYS = List.of("appointment", "walk-in");
    static final List<String> TEMPERS = List.of("gentle", "usual", "strict");
    static final List<String> TYPES = List.of("boolean", "choice", "choices", "integer", "text");
    static final List<String> LINES = List.of("strands", "waves", "ripples", "lattice", "hills", "petals");
    static final Map<String, List<String>> COLOURS = Map.of(
            "clay", List.of("#ead9c6", "#33281f", "#a8321f"),
            "moss", List.of("#dfe5d6", "#232b21", "#1f6b4f"),
            "river", List.of("#dbe5f0", "#1f2833", "#35608f"),
            "plum", List.of("#e6dcea", "#2c2433", "#6b3f80"),
            "straw", List.of("#ede6cf", "#2f2b1c", "#80701f"),
            "slate", List.of("#dfe0e3", "#26282c", "#4a5568"));

    private static final int FIRST_ROWS = 3;
    private static final int MOST_ROWS = 24;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectNode DEPOSIT =
            NODES.objectNode().put("least", 10).put("usual", 30).put("most", 50);

    String value(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    /** How many attributes there is room for. */
    int rows() {
        var asked = value("rows").matches("[0-9]{1,2}") ? Integer.parseInt(value("rows")) : FIRST_ROWS;
        var more = value("act").equals("more") ? FIRST_ROWS : 0;
        return Math.clamp(asked + more, FIRST_ROWS, MOST_ROWS);
    }

    /** The name of the pack, from the trade's English one. */
    String id() {
        var words = value("nameEn")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[0-9-]+|-+$", "");
        return words.substring(0, Math.min(40, words.length())).replaceAll("-+$", "");
    }

    /** What the field of the pack file is called in the form: {@code attr.2} for an attribute. */
    String fieldOf(String pointer) {
        for (int row = 0; row < rows(); row++) {
            if (pointer.startsWith("attributes.properties." + keys().get(row) + ".")
                    || pointer.equals("attributes.properties." + keys().get(row))) {
                return "attr." + row;
            }
        }
        return pointer.replaceFirst("\\..*", "");
    }

    String yaml() {
        var pack = NODES.objectNode();
        pack.put("id", id()).put("version", 1);
        words(pack, "name", "name");
        words(pack, "summary", "summary");
        words(pack, "unit", "unit");
        words(pack, "staff", "staff");
        var resources = pack.putArray("resources");
        if (!value("resourceEn").isEmpty() || !value("resourceZh").isEmpty()) {
            var resource = resources.addObject();
            resource.put("key", PackKeys.of(value("resourceEn"), "thing"));
            words(resource, "label", "resource");
        }
        pack.putArray("modes").add(mode());
        pattern(pack.putObject("pattern"));
        attributes(pack.putObject("attributes"));
        var groups = pack.putArray("synonyms");
        synonyms().forEach(group -> group.forEach(groups.addArray()::add));
        return YAMLMapper.builder().build().writeValueAsString(pack);
    }

    private ObjectNode mode() {
        var walkIn = value("way").equals("walk-in");
        var kind = walkIn ? "walk-in" : "appointment";
        var mode = NODES.objectNode().put("key", kind).put("kind", kind);
        mode.putObject("label")
                .put("en", walkIn ? "On a day" : "By appointment")
                .put("zh", walkIn ? "当日到店" : "预约到店");
        if (walkIn) {
            mode.put("mostWindowDays", 90);
        } else {
            mode.put("startEveryMinutes", 15).put("voucherValidDays", 30);
        }
        policy(mode, walkIn);
        return walkIn || value("deposit").isEmpty() ? mode : mode.set("deposit", DEPOSIT.deepCopy());
    }

    /** Cancelling costs nothing up to a time, then a share, after the start another; not coming costs as much at least. */
    private void policy(ObjectNode mode, boolean walkIn) {
        var steps = mode.putArray("cancellation");
        switch (value("policy")) {
            case "gentle" -> {
                step(steps.addObject(), 0, 0);
                kept(mode, walkIn ? 0 : 20, 30, walkIn);
            }
            case "strict" -> {
                step(steps.addObject(), 1440, 0);
                if (!walkIn) {
                    step(steps.addObject(), 0, 50);
                }
                kept(mode, walkIn ? 50 : 100, 100, walkIn);
            }
            default -> {
                step(steps.addObject(), walkIn ? 0 : 120, 0);
                if (!walkIn) {
                    step(steps.addObject(), 0, 30);
                }
                kept(mode, walkIn ? 20 : 50, 50, walkIn);
            }
        }
    }

    private static void step(ObjectNode step, int minutesBefore, int percent) {
        step.put("minutesBeforeStart", minutesBefore).put("keptPercent", percent);
    }

    private static void kept(ObjectNode mode, int afterStart, int missed, boolean walkIn) {
        mode.put("keptPercentAfterStart", afterStart);
        var noShow = mode.putObject("noShow");
        if (!walkIn) {
            noShow.put("graceMinutes", 15);
        }
        noShow.put("keptPercent", missed).put("settledAfterMinutes", 1440);
    }

    private void pattern(ObjectNode pattern) {
        var colours = COLOURS.getOrDefault(value("colour"), List.of("#dfe0e3", "#26282c", "#4a5568"));
        pattern.put("kind", LINES.contains(value("lines")) ? value("lines") : "waves");
        pattern.put("light", colours.get(0)).put("dark", colours.get(1)).put("stroke", colours.get(2));
    }

    private void attributes(ObjectNode attributes) {
        attributes.put("type", "object").put("additionalProperties", false);
        var properties = attributes.putObject("properties");
        for (int row = 0; row < rows(); row++) {
            if (isUsed(row)) {
                attribute(properties.putObject(keys().get(row)), "attr." + row + ".");
            }
        }
    }

    private boolean isUsed(int row) {
        return !value("attr." + row + ".en").isEmpty()
                || !value("attr." + row + ".zh").isEmpty();
    }

    private void attribute(ObjectNode node, String name) {
        words(node, "label", name);
        if (!value(name + "facet").isEmpty()) {
            node.put("facet", true);
        }
        switch (value(name + "type")) {
            case "choice" -> choices(node.put("type", "string"), name);
            case "choices" ->
                choices(node.put("type", "array").put("uniqueItems", true).putObject("items"), name);
            case "integer" -> node.put("type", "integer").put("minimum", 0).put("maximum", 1_000_000);
            case "text" -> node.put("type", "string").put("minLength", 1).put("maxLength", 120);
            default -> node.put("type", "boolean");
        }
    }

    /** A choice a line, English and Chinese with a bar between. */
    private void choices(ObjectNode node, String name) {
        var choices = node.putArray("oneOf");
        var taken = new HashSet<String>();
        for (var line : value(name + "choices").split("\n")) {
            var parts = line.split("[|｜]", 2);
            if (!line.isBlank()) {
                var choice = choices.addObject();
                choice.put("const", PackKeys.unique(PackKeys.of(parts[0], "choice"), taken));
                var label = choice.putObject("label").put("en", parts[0].strip());
                if (parts.length == 2) {
                    label.put("zh", parts[1].strip());
                }
            }
        }
    }

    private List<List<String>> synonyms() {
        var groups = new ArrayList<List<String>>();
        for (var line : value("synonyms").split("\n")) {
            var group = List.of(line.split("[,，、]")).stream()
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (!group.isEmpty()) {
                groups.add(group);
            }
        }
        return groups;
    }

    /** The key of each row's attribute. */
    private List<String> keys() {
        var taken = new HashSet<String>();
        return IntStream.range(0, rows())
                .mapToObj(row -> PackKeys.unique(PackKeys.of(value("attr." + row + ".en"), "attribute"), taken))
                .toList();
    }

    /** What was left open is not there, so that it is missed. */
    private void words(ObjectNode node, String field, String name) {
        var words = node.putObject(field);
        var en = value(name + (name.endsWith(".") ? "en" : "En"));
        var zh = value(name + (name.endsWith(".") ? "zh" : "Zh"));
        if (!en.isEmpty()) {
            words.put("en", en);
        }
        if (!zh.isEmpty()) {
            words.put("zh", zh);
        }
    }
}
