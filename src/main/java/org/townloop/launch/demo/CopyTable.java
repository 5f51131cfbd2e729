package org.townloop.launch.demo;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows of one table on their way into it, in the text format of COPY. */
final class CopyTable {

    private final String table;
    private final String columns;
    private final int width;
    private final StringBuilder rows = new StringBuilder();

    /** @param columns as in an insert statement: {@code "region_id, id, name"} */
    CopyTable(String table, String columns) {
        this.table = table;
        this.columns = columns;
        this.width = columns.split(",").length;
    }

    void row(@Nullable Object... values) {
        if (values.length != width) {
            throw new IllegalArgumentException(table + " has " + width + " columns, not " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            append(values[i]);
            rows.append(i + 1 < values.length ? '\t' : '\n');
        }
    }

    /** Writes the rows, in the connection's transaction; gives how many. */
    long into(Connection connection) throws SQLException {
        try {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            return copy.copyIn("copy " + table + " (" + columns + ") from stdin", new StringReader(rows.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> rows.append("\\N");
            case String text -> escape(text);
            case byte[] bytes -> rows.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            case double[] numbers -> array(numbers);
            default -> rows.append(value);
        }
    }

    private void array(double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            rows.append(i == 0 ? '{' : ',').append(numbers[i]);
        }
        rows.append('}');
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            switch (character) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(character);
            }
        }
    }
}
