package org.townloop.supply.pack;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code pack.yaml} and names what is wrong with it by field. */
@Component
class PackFormat {

    /** JSON Schema, with what packs say beside it: nothing that is checked. */
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(Dialect.builder(Dialects.getDraft202012())
                    .keyword(new NonValidationKeyword("label"))
                    .keyword(new NonValidationKeyword("facet"))
                    .keyword(new NonValidationKeyword("unit"))
                    .build());

    private final YAMLMapper yaml = YAMLMapper.builder().build();
    private final Schema form;

    PackFormat() {
        try (var input = new ClassPathResource("packs/pack.schema.json").getInputStream()) {
            form = REGISTRY.getSchema(input);
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
            throw new IllegalArgumentException(file + " has faults: " + String.join("; ", faults));
        }
        return yaml.readTree(text);
    }

    /** What is wrong, each fault beginning with its field; empty if nothing is. */
    List<String> faults(String text) {
        JsonNode content;
        try {
            content = yaml.readTree(text);
        } catch (JacksonException e) {
            return List.of(
                    "line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ": is not YAML: "
                            + e.getOriginalMessage());
        }
        var faults = new ArrayList<>(form.validate(content).stream()
                .map(PackFormat::fault)
                .distinct()
                .toList());
        if (faults.isEmpty()) {
            meaning(content, faults);
        }
        return List.copyOf(faults);
    }

    private static String fault(Error error) {
        var field =
                error.getInstanceLocation().toString().replaceFirst("^/", "").replace('/', '.');
        return (field.isEmpty() ? "the file" : field) + ": "
                + error.getMessage().replaceFirst("^/[^:]*: ", "");
    }

    /** What a schema cannot say. */
    private static void meaning(JsonNode content, List<String> faults) {
        try {
            PackContent.read(content);
        } catch (IllegalArgumentException e) {
            faults.add("modes: " + e.getMessage());
        }
        var required = content.at("/attributes/required");
        for (var key : required) {
            if (!content.at("/attributes/properties").has(key.asString())) {
                faults.add("attributes.required: there is no attribute " + key.asString());
            }
        }
    }
}
