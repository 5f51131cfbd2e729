package org.townloop.supply.pack;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code pack.yaml} and names what is wrong with it by line and field. */
@Component
public class PackFormat {

    /** JSON Schema, with what packs say beside it: nothing that is checked. */
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(Dialect.builder(Dialects.getDraft202012())
                    .keyword(new NonValidationKeyword("label"))
                    .keyword(new NonValidationKeyword("facet"))
                    .keyword(new NonValidationKeyword("unit"))
                    .keyword(new NonValidationKeyword("statedBy"))
                    .build());

    static final int MOST_FAULTS = 100;

    private final YAMLMapper yaml = YAMLMapper.builder().build();
    private final Schema form;
    private final FormFaults says;

    public PackFormat() {
        try (var input = new ClassPathResource("packs/pack.schema.json").getInputStream()) {
            var schema = JsonMapper.shared().readTree(input);
            form = REGISTRY.getSchema(schema);
            says = new FormFaults(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Schema schemaOf(Pack pack) {
        return REGISTRY.getSchema(pack.schema());
    }

    /**
     * The content of a pack file.
     *
     * @throws IllegalArgumentException if it has faults; the message names them all
     */
    JsonNode read(String file, String text) {
        var faults = faults(text);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.stream()
                    .map(fault -> fault.in(file, Locale.ENGLISH))
                    .collect(Collectors.joining(
                            System.lineSeparator(), "a pack has faults:" + System.lineSeparator(), "")));
        }
        return yaml.readTree(new WholeLetters(text));
    }

    /** What is wrong, in the order of the lines, at most {@value #MOST_FAULTS} of it; empty if nothing is. */
    public List<Fault> faults(String text) {
        var read = YamlText.of(text);
        if (!read.isReadable()) {
            return List.copyOf(read.faults());
        }
        var faults = new ArrayList<>(read.faults());
        try {
            look(yaml.readTree(new WholeLetters(text)), read, faults);
        } catch (JacksonException e) {
            var where = e.getLocation();
            var says = Words.of("is not YAML: " + e.getOriginalMessage(), "不是有效的 YAML：" + e.getOriginalMessage());
            faults.add(new Fault(
                    where == null ? 1 : where.getLineNr(), where == null ? 1 : where.getColumnNr(), "", says));
        }
        var sorted = faults.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
                .limit(MOST_FAULTS + 1L)
                .toList();
        return sorted.size() > MOST_FAULTS ? cut(sorted) : sorted;
    }

    /** The last that is shown says that there are more. */
    private static List<Fault> cut(List<Fault> sorted) {
        var shown = new ArrayList<>(sorted.subList(0, MOST_FAULTS - 1));
        var next = sorted.get(MOST_FAULTS - 1);
        shown.add(new Fault(
                next.line(),
                next.column(),
                "",
                Words.of(
                        "has more faults from here on: mend those above first, and look again",
                        "从这里起还有更多问题：请先改好上面的，再检查一次")));
        return shown;
    }

    private void look(JsonNode content, YamlText read, List<Fault> faults) {
        form.validate(content).stream()
                .limit(MOST_FAULTS + 1L) // to say what each might have meant takes a while
                .forEach(error -> faults.add(says.of(error, read)));
        new PackMeaning(content, read, faults).look();
    }
}
