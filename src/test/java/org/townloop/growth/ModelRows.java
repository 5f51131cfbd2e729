package org.townloop.growth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows that a thing has left in all tables, to be written again under other names by one statement for each. Which they
 * are is found by its names: a row in which one of them stands is its own, and brings in its own name.
 */
final class ModelRows {

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private record Column(String name, String type, boolean own) {}

    private record Row(String table, List<Column> columns, List<String> values) {}

    private final JdbcTemplate owner;
    private final Map<String, String> names;
    private final List<Row> rows = new ArrayList<>();
    private int fresh;

    /**
     * @param names what stands in the rows, and by which expression upon the table {@code copy c} it is replaced
     * @param roots those of the names by which rows are found
     * @param tables which may be looked at, a condition upon {@code pg_class c} and {@code pg_namespace n}
     */
    ModelRows(JdbcTemplate owner, Map<String, String> names, List<String> roots, String tables) {
        this.owner = owner;
        this.names = new LinkedHashMap<>(names);
        var found = new ArrayList<>(roots);
        for (int known = 0; known < found.size(); ) {
            known = found.size();
            rows.clear();
            for (var table : tables(tables)) {
                rows.addAll(rows(table, found));
            }
            rows.forEach(row -> nameOf(row, found));
        }
    }

    int size() {
        return rows.size();
    }

    /** Writes all of them once for each row of {@code copy}. */
    void copy() {
        owner.execute("begin");
        var left = List.copyOf(rows);
        rows.clear();
        while (!left.isEmpty()) {
            var written = left.stream().filter(this::write).toList();
            if (written.isEmpty()) {
                owner.execute(insert(left.getFirst())); // which says why
            }
            rows.addAll(written);
            left = left.stream().filter(row -> !written.contains(row)).toList();
        }
        owner.execute("commit");
    }

    /** False if it refers to another that must be written before; the next time it comes after that. */
    private boolean write(Row row) {
        owner.execute("savepoint one");
        try {
            owner.execute(insert(row));
            return true;
        } catch (DataIntegrityViolationException e) {
            owner.execute("rollback to one");
            return false;
        }
    }

    private List<String> tables(String which) {
        return owner.queryForList("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname not in ('public', 'pg_catalog', 'information_schema')
              and n.nspname not like 'pg\\_%%' and %s
            order by c.oid
            """.formatted(which), String.class);
    }

    private List<Row> rows(String table, List<String> found) {
        var columns = columns(table);
        return owner.query(
                "select t.* from " + table + " t where t::text like any (?)",
                (row, number) -> new Row(table, columns, values(row, columns)),
                (Object) found.stream().map(name -> "%" + name + "%").toArray(String[]::new));
    }

    private List<Column> columns(String table) {
        return owner.query(
                """
                select attname, format_type(atttypid, atttypmod) as type, attidentity <> '' or attgenerated <> '' as own
                from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped order by attnum
                """, (row, number) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3)), table);
    }

    private static List<String> values(ResultSet row, List<Column> columns) throws SQLException {
        var values = new ArrayList<String>();
        for (var column : columns) {
            values.add(row.getString(column.name()));
        }
        return values;
    }

    private void nameOf(Row row, List<String> found) {
        for (int i = 0; i < row.columns().size(); i++) {
            var column = row.columns().get(i).name();
            var value = row.values().get(i);
            var isName = column.matches("id|event_id") || column.equals("key") && value != null && value.matches(UUID);
            if (isName && value != null && !value.matches("\\d+") && !names.containsKey(value)) {
                names.put(value, fresh(fresh++, value.matches(UUID)));
                found.add(value);
            }
        }
    }

    /** Another name for each copy, in the order of their times, as ids are. */
    static String fresh(int which, boolean uuid) {
        return (uuid ? "" : "'x' || ") + "pg_temp.fresh(c.n, " + which + ", c.millis)";
    }

    private String insert(Row row) {
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (int i = 0; i < row.columns().size(); i++) {
            var column = row.columns().get(i);
            if (!column.own()) {
                columns.add("\"" + column.name() + "\"");
                values.add(expression(column, row.values().get(i)));
            }
        }
        return "insert into %s (%s) select %s from pg_temp.copy c%s"
                .formatted(
                        row.table(),
                        String.join(", ", columns),
                        String.join(", ", values),
                        row.table().startsWith("notice.") ? " where c.days < 60" : ""); // those before are forgotten
    }

    private String expression(Column column, String value) {
        if (value == null) {
            return "null::" + column.type();
        }
        var text = "'" + value.replace("'", "''") + "'";
        return switch (column.type()) {
            case "timestamp with time zone" -> text + "::timestamptz - c.ago";
            case "date" -> text + "::date - c.days";
            case "tstzrange" ->
                "tstzrange(lower(%1$s::tstzrange) - c.ago, upper(%1$s::tstzrange) - c.ago)".formatted(text);
            case "xid8" -> "'2'::xid8"; // before all that readers have still to read
            case "bigint" -> column.name().matches("debit_id|credit_id") ? names.getOrDefault(value, text) : text;
            default -> "(" + renamed(value) + ")::" + column.type();
        };
    }

    private String renamed(String value) {
        var pattern = Pattern.compile(names.keySet().stream()
                .filter(name -> !name.matches("\\d+"))
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
        var parts = new ArrayList<String>();
        var matcher = pattern.matcher(value);
        int from = 0;
        while (matcher.find()) {
            parts.add("'" + value.substring(from, matcher.start()).replace("'", "''") + "'");
            parts.add("(" + names.get(matcher.group()) + ")::text");
            from = matcher.end();
        }
        parts.add("'" + value.substring(from).replace("'", "''") + "'");
        return String.join(" || ", parts);
    }
}
