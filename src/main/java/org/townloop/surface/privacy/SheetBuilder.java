package org.townloop.surface.privacy;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Collects the last rows of a kind for the page, however many go by. */
final class SheetBuilder {

    /** As many as somebody reads. */
    private static final int SHOWN = 200;

    private static final String MINOR = "_minor";

    private final String what;
    private final String file;
    private final ArchivePages pages;
    private final JsonMapper json;
    private final Deque<JsonNode> last = new ArrayDeque<>();
    private long count;

    SheetBuilder(String what, String file, ArchivePages pages, JsonMapper json) {
        this.what = what;
        this.file = file;
        this.pages = pages;
        this.json = json;
    }

    long count() {
        return count;
    }

    void add(String row) {
        if (last.size() == SHOWN) {
            last.removeFirst();
        }
        last.addLast(json.readTree(row));
        count++;
    }

    ArchiveView.Sheet done() {
        var columns = new LinkedHashSet<String>();
        last.forEach(row -> row.propertyNames().stream()
                .filter(column -> !column.equals("currency") || !hasAmount(row))
                .forEach(columns::add));
        return new ArchiveView.Sheet(
                pages.both("privacy.kept." + what),
                file,
                count,
                pages.both("privacy.archive.count", "count", count),
                count > SHOWN ? pages.both("privacy.archive.rest", "count", SHOWN) : "",
                columns.stream().map(pages::head).toList(),
                last.stream().map(row -> cells(row, columns)).toList());
    }

    private static List<String> cells(JsonNode row, Iterable<String> columns) {
        var cells = new ArrayList<String>();
        columns.forEach(column -> cells.add(cell(row, column)));
        return cells;
    }

    private static String cell(JsonNode row, String column) {
        var value = row.path(column);
        if (column.endsWith(MINOR) && row.path("currency").isString()) {
            return amount(value.asLong(), row.path("currency").asString());
        }
        if (value.isObject()) {
            return value.properties().stream().map(SheetBuilder::fact).collect(Collectors.joining(" · "));
        }
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        return value.isString() ? moment(value.asString()) : value.toString();
    }

    private static String fact(Map.Entry<String, JsonNode> fact) {
        var value = fact.getValue().isValueNode()
                ? fact.getValue().asString("")
                : fact.getValue().toString();
        return fact.getKey().equals("en") || fact.getKey().equals("zh") ? value : fact.getKey() + ": " + value;
    }

    /** 128.00 CNY. */
    private static String amount(long minor, String currency) {
        var digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
    }

    /** A time without its fraction of a second; anything else as it is. */
    private static String moment(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*")
                ? text.substring(0, 10) + " " + text.substring(11, 19) + text.replaceFirst("^.{19}(\\.\\d+)?", " ")
                : text;
    }

    private static boolean hasAmount(JsonNode row) {
        return row.propertyNames().stream().anyMatch(column -> column.endsWith(MINOR));
    }
}
