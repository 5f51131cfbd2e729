package org.townloop.supply.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The pack files on the class path. They are only read here: a start that has installed them before need not look for
 * faults again.
 */
@Component
class ShippedPacks {

    private record PackFile(String name, String text, JsonNode content) {}

    private final PackFormat format;
    private final List<PackFile> files;

    ShippedPacks(PackFormat format) {
        this.format = format;
        this.files = read();
    }

    List<JsonNode> contents() {
        return files.stream().map(PackFile::content).toList();
    }

    /** @throws IllegalArgumentException if the file with this content has faults; the message names them all */
    void requireSound(JsonNode content) {
        files.stream()
                .filter(file -> file.content().equals(content))
                .forEach(file -> format.read(file.name(), file.text()));
    }

    private List<PackFile> read() {
        try {
            var read = new ArrayList<PackFile>();
            var yaml = YAMLMapper.builder().build();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:packs/*/pack.yaml")) {
                read.add(read(yaml, file.getDescription(), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return List.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What cannot even be told from other packs is refused with the reasons. */
    private PackFile read(YAMLMapper yaml, String name, String text) {
        try {
            var content = yaml.readTree(text);
            if (content.path("id").isString()
                    && content.path("version").isInt()
                    && content.has("name")
                    && content.has("pattern")) {
                return new PackFile(name, text, content);
            }
        } catch (JacksonException e) {
            // said with its line below
        }
        return new PackFile(name, text, format.read(name, text));
    }
}
