package org.townloop.supply.merchant.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OpenStreetMap points of interest as CSV with the columns osm_id, name, lon, lat and class, in any order; opening_hours is taken too. */
@Component
@Order(1)
class OsmReader implements PlaceReader {

    private static final List<String> COLUMNS = List.of("osm_id", "name", "lon", "lat", "class");

    private final JsonMapper json;

    OsmReader(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Source source() {
        return Sources.OPENSTREETMAP;
    }

    @Override
    public String vocabulary() {
        return "osm";
    }

    @Override
    public boolean reads(SourceText text) {
        return columns(text).containsAll(COLUMNS);
    }

    @Override
    public List<Row> rows(SourceText text) {
        var columns = columns(text);
        var lines = text.lines();
        var rows = new ArrayList<Row>(lines.size());
        for (int line = 2; line <= lines.size(); line++) {
            var content = lines.get(line - 1);
            if (!content.isBlank()) {
                rows.add(row(line, content, columns));
            }
        }
        return rows;
    }

    /** By rectangles around the regions that such files are known of. */
    @Override
    public Optional<String> region(Row.Found row) {
        return row.point() == null ? Optional.empty() : Box.around(row.point()).map(Box::region);
    }

    private static List<String> columns(SourceText text) {
        var header = text.text().lines().findFirst().map(CsvLine::cells).orElse(null);
        return header == null
                ? List.of()
                : header.stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
    }

    private Row row(int line, String content, List<String> columns) {
        var cells = CsvLine.cells(content);
        if (cells == null) {
            return new Row.Broken(line, "a quotation mark is not closed");
        }
        if (cells.size() != columns.size()) {
            return new Row.Broken(line, columns.size() + " columns are needed, there are " + cells.size());
        }
        if (content.contains(SourceText.BROKEN) || content.indexOf('\0') >= 0) {
            return new Row.Broken(line, "some bytes are no characters in the encoding of the file");
        }
        var named = new HashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            named.put(columns.get(i), cells.get(i).strip());
        }
        return row(line, named);
    }

    private Row row(int line, Map<String, String> cells) {
        if (cell(cells, "osm_id").isEmpty()) {
            return new Row.Broken(line, "osm_id is missing");
        }
        if (cell(cells, "name").isEmpty()) {
            return new Row.Skipped(line, Skip.UNNAMED, "");
        }
        return switch (Coordinates.read(cell(cells, "lat"), cell(cells, "lon"))) {
            case Coordinates.Wrong(var what) -> new Row.Broken(line, what);
            case Coordinates.None ignored -> found(line, cells, null);
            case Coordinates.At(var point) -> found(line, cells, point);
        };
    }

    private Row found(int line, Map<String, String> cells, @Nullable Point point) {
        var kind = cell(cells, "class");
        return new Row.Found(
                line,
                cell(cells, "osm_id"),
                name(cell(cells, "name")),
                Words.NONE,
                point,
                word(kind),
                null,
                details(kind, cell(cells, "opening_hours")));
    }

    private JsonNode details(String kind, String hours) {
        var details = json.createObjectNode().put("class", kind);
        return hours.isEmpty() ? details : details.put("opening_hours", hours);
    }

    /** The first of several classes, in the spelling of OpenStreetMap. */
    private static String word(String kind) {
        return kind.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** The name in the language it is written in. */
    private static Words name(String name) {
        return name.codePoints().anyMatch(Character::isIdeographic) ? new Words(null, name) : new Words(name, null);
    }

    private static String cell(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "");
    }
}
