package org.townloop.supply.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The pack files on the class path. */
@Component
class ShippedPacks {

    private final PackFormat format;
    private final List<JsonNode> contents;

    ShippedPacks(PackFormat format) {
        this.format = format;
        this.contents = read();
    }

    List<JsonNode> contents() {
        return contents;
    }

    private List<JsonNode> read() {
        try {
            var contents = new ArrayList<JsonNode>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:packs/*/pack.yaml")) {
                contents.add(format.read(file.getDescription(), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return List.copyOf(contents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
