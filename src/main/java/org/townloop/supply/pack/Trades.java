package org.townloop.supply.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The trades: those of the shipped packs, and in {@code packs/trades.yaml} those that can only be listed. Both say
 * which classes of which data sets are theirs.
 */
@Component
public class Trades {

    /** The trade of a place whose trade nobody knows. */
    static final String OTHER = "other";

    private final Map<String, Trade> byId = new LinkedHashMap<>();
    private final Map<String, Trade> bySourceClass = new HashMap<>();

    Trades(ShippedPacks shipped) {
        shipped.contents().forEach(content -> add(content, true));
        listed().forEach(content -> add(content, false));
    }

    /**
     * The trade of the things that a data set calls so; empty for things that are no trade: benches, schools.
     *
     * @param source the name of the data set: {@code osm}, {@code beijing}
     * @param klass in the data set's own word; of several, parted by semicolons, the first that is a trade counts
     */
    public Optional<Trade> ofClass(String source, String klass) {
        return Arrays.stream(klass.toLowerCase(Locale.ROOT).split(";"))
                .map(word -> bySourceClass.get(source + "/" + word.strip().replace(' ', '_')))
                .filter(Objects::nonNull)
                .findFirst();
    }

    Trade get(String id) {
        var trade = byId.get(id);
        return trade == null ? byId.getOrDefault(OTHER, byId.values().iterator().next()) : trade;
    }

    List<Trade> all() {
        return List.copyOf(byId.values());
    }

    private void add(JsonNode content, boolean installed) {
        var trade = new Trade(
                content.get("id").asString(),
                PackContent.words(content.get("name")),
                PackContent.pattern(content.get("pattern")),
                installed);
        if (byId.putIfAbsent(trade.id(), trade) != null) {
            throw new IllegalArgumentException("the trade " + trade.id() + " is there twice");
        }
        content.path("classes")
                .properties()
                .forEach(source ->
                        source.getValue().forEach(klass -> addClass(source.getKey() + "/" + klass.asString(), trade)));
    }

    private void addClass(String sourceClass, Trade trade) {
        var other = bySourceClass.put(sourceClass, trade);
        if (other != null) {
            throw new IllegalArgumentException(sourceClass + " is both " + other.id() + " and " + trade.id());
        }
    }

    private static List<JsonNode> listed() {
        try (var input = new ClassPathResource("packs/trades.yaml").getInputStream()) {
            return YAMLMapper.builder()
                    .build()
                    .readTree(input)
                    .get("trades")
                    .valueStream()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
