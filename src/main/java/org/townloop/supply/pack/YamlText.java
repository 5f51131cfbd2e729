package org.townloop.supply.pack;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where in a YAML text its values stand, by JSON pointer, and what is wrong with it as YAML. */
final class YamlText {

    /** Of a pack file, in letters. */
    static final int LONGEST = 200_000;

    private static final int DEEPEST = 30;

    /** Where a text begins; that of a block does on the next line. */
    private record Spot(int line, int column, boolean block) {}

    private final Map<String, Spot> spots = new HashMap<>();
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Fault> faults = new ArrayList<>();
    private boolean readable = true;

    private YamlText() {}

    static YamlText of(String text) {
        var read = new YamlText();
        read.compose(text);
        return read;
    }

    List<Fault> faults() {
        return faults;
    }

    /** Whether it is YAML of a size that may be read. */
    boolean isReadable() {
        return readable;
    }

    /** A fault at the value, or where that is not there at what it should stand in. */
    Fault fault(String pointer, Words says) {
        return at(pointer, pointer, 0, 0, says);
    }

    /** A fault at the key of a field, said of what it stands in. */
    Fault faultOfKey(String owner, String key, Words says) {
        return at(owner + "/" + key + "#", owner, 0, 0, says);
    }

    /** A fault within a text: on its line, from 1, and after so many letters of it. */
    Fault faultWithin(String pointer, int line, int column, Words says) {
        return at(pointer, pointer, Math.max(0, line - 1), Math.max(0, column), says);
    }

    private Fault at(String where, String field, int lines, int letters, Words says) {
        var spot = spot(where);
        var below = lines + (spot.block() ? 1 : 0);
        return new Fault(
                spot.line() + below, below == 0 ? spot.column() + letters : letters + 1, fieldName(field), says);
    }

    private Spot spot(String pointer) {
        for (var at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            var spot = spots.get(at);
            if (spot != null) {
                return spot;
            }
        }
        return spots.getOrDefault("", new Spot(1, 1, false));
    }

    private static String fieldName(String pointer) {
        return pointer.replaceFirst("^/", "").replace('/', '.');
    }

    private void compose(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(DEEPEST);
        try {
            var root = new Yaml(options).compose(new StringReader(text));
            if (root instanceof MappingNode) {
                walk("", root);
            } else {
                refuse(null, "it says nothing: a pack begins with its id", "内容为空：行业模板从 id 开始");
            }
        } catch (MarkedYAMLException e) {
            refuse(
                    e.getProblemMark(),
                    "is not YAML: " + e.getProblem() + "; look at the line before, too",
                    "不是有效的 YAML：" + e.getProblem() + "；请连同上一行一起检查");
        } catch (YAMLException e) {
            refuse(
                    null,
                    "is too long or too deep: at most " + LONGEST + " letters, " + DEEPEST + " levels",
                    "太长或嵌套太深：最多 " + LONGEST + " 字、" + DEEPEST + " 层");
        }
    }

    private void refuse(@Nullable Mark mark, String en, String zh) {
        readable = false;
        faults.add(new Fault(
                mark == null ? 1 : mark.getLine() + 1, mark == null ? 1 : mark.getColumn() + 1, "", Words.of(en, zh)));
    }

    private void walk(String pointer, Node node) {
        keep(pointer, node);
        if (!(node instanceof ScalarNode) && !seen.add(node)) {
            faults.add(fault(pointer, Words.of("names another place with *: write it out here", "用 * 引用了别处：请在这里直接写出")));
            return;
        }
        switch (node) {
            case MappingNode mapping -> mapping(pointer, mapping);
            case SequenceNode sequence -> {
                for (int i = 0; i < sequence.getValue().size(); i++) {
                    walk(pointer + "/" + i, sequence.getValue().get(i));
                }
            }
            default -> {}
        }
    }

    private void mapping(String pointer, MappingNode mapping) {
        var keys = new HashMap<String, Integer>();
        for (var tuple : mapping.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            keep(pointer + "/" + key + "#", tuple.getKeyNode());
            var line = tuple.getKeyNode().getStartMark().getLine() + 1;
            var before = keys.putIfAbsent(key, line);
            if (before != null) {
                faults.add(faultOfKey(
                        pointer,
                        key,
                        Words.of(
                                key + " is there twice, first on line " + before + ": take one out",
                                key + " 出现了两次，第一次在第 " + before + " 行：请删去一个")));
            }
            walk(pointer + "/" + key, tuple.getValueNode());
        }
    }

    private void keep(String pointer, Node node) {
        var mark = node.getStartMark();
        var style = node instanceof ScalarNode scalar ? scalar.getScalarStyle() : DumperOptions.ScalarStyle.PLAIN;
        var quoted =
                style == DumperOptions.ScalarStyle.DOUBLE_QUOTED || style == DumperOptions.ScalarStyle.SINGLE_QUOTED;
        var block = style == DumperOptions.ScalarStyle.LITERAL || style == DumperOptions.ScalarStyle.FOLDED;
        spots.put(pointer, new Spot(mark.getLine() + 1, mark.getColumn() + (quoted ? 2 : 1), block));
    }
}
