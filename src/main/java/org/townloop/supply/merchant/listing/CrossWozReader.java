package org.townloop.supply.merchant.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The venues of CrossWOZ: a JSON array of pairs {@code [name, {…}]} with Chinese keys, all in Beijing. Each pair is
 * parsed by itself, from one beginning of a pair to the next, so that a broken one stops none of the others.
 */
@Component
@Order(2)
class CrossWozReader implements PlaceReader {

    private static final Pattern PAIR = Pattern.compile("\\[\\s*\"(?:[^\"\\\\\\n]|\\\\.)*+\"\\s*,\\s*\\{");

    /** What may not stand between two pairs. */
    private static final Pattern STRAY = Pattern.compile("[^,\\]\\s]");

    /** The files' words for a venue, and what the files are called. */
    private static final Map<String, String> KINDS = Map.of("酒店", "hotels", "餐馆", "restaurants", "景点", "attractions");

    private final JsonMapper json;
    private final VenueDetails details;

    CrossWozReader(JsonMapper json) {
        this.json = json;
        this.details = new VenueDetails(json);
    }

    @Override
    public Source source() {
        return Sources.CROSSWOZ;
    }

    @Override
    public String vocabulary() {
        return "beijing";
    }

    @Override
    public boolean reads(SourceText text) {
        var head = text.text().stripLeading();
        return head.startsWith("[")
                && text.text().contains("\"领域\"")
                && PAIR.matcher(text.text()).find();
    }

    @Override
    public List<Row> rows(SourceText text) {
        var starts =
                PAIR.matcher(text.text()).results().map(match -> match.start()).toList();
        var rows = new ArrayList<Row>(starts.size());
        var line = 1;
        var counted = 0;
        for (int i = 0; i < starts.size(); i++) {
            line += newlines(text.text(), counted, starts.get(i));
            counted = starts.get(i);
            var end = i + 1 < starts.size() ? starts.get(i + 1) : text.text().length();
            rows.addAll(pair(line, text.text().substring(counted, end)));
        }
        return rows;
    }

    @Override
    public Optional<String> region(Row.Found row) {
        return Optional.of(Beijing.regionOf(String.valueOf(row.address().zh())));
    }

    private List<Row> pair(int line, String chunk) {
        try (var parser = json.createParser(chunk)) {
            parser.nextToken();
            JsonNode pair = parser.readValueAsTree();
            var end = (int) parser.currentLocation().getCharOffset();
            var row = row(line, pair);
            var stray = STRAY.matcher(chunk).region(end, chunk.length());
            return stray.find()
                    ? List.of(row, new Row.Broken(line + newlines(chunk, 0, stray.start()), "this is no venue"))
                    : List.of(row);
        } catch (JacksonException e) {
            var location = e.getLocation();
            var at = location == null ? 1 : location.getLineNr();
            return List.of(new Row.Broken(line + at - 1, "no JSON: " + e.getOriginalMessage()));
        }
    }

    private Row row(int line, JsonNode pair) {
        if (pair.size() != 2 || !pair.get(0).isString() || !pair.get(1).isObject()) {
            return new Row.Broken(line, "a venue is a pair of its name and an object");
        }
        if (pair.toString().contains(SourceText.BROKEN) || pair.toString().contains("\\u0000")) {
            return new Row.Broken(line, "some bytes are no characters in the encoding of the file");
        }
        var name = pair.get(0).asString().strip();
        if (name.isEmpty()) {
            return new Row.Skipped(line, Skip.UNNAMED, "");
        }
        var venue = pair.get(1);
        var kind = KINDS.get(venue.path("领域").asString(""));
        return kind == null
                ? new Row.Broken(line, "领域 is none of " + String.join(", ", KINDS.keySet()))
                : found(line, name, kind, venue);
    }

    private Row found(int line, String name, String kind, JsonNode venue) {
        var phone = venue.path("电话").asString("").strip();
        return new Row.Found(
                line,
                kind + "/" + name,
                new Words(null, name),
                new Words(null, venue.path("地址").asString("").strip()),
                null,
                kind,
                phone.isEmpty() ? null : phone,
                details.of(venue));
    }

    private static int newlines(String text, int from, int to) {
        return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
    }
}
