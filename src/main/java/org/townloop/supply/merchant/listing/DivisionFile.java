package org.townloop.supply.merchant.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file of China's divisions: code and name, and the codes above, which the code says already. */
record DivisionFile(List<Row> rows, List<Problem> problems) {

    /** @param code two, four or six digits */
    record Row(int line, String code, String name) {}

    /** Each level names one more above it. */
    static final Comparator<SourceText> HIGHEST_FIRST =
            Comparator.comparing(text -> columns(text).size());

    static boolean reads(SourceText text) {
        return columns(text).containsAll(List.of("code", "name"));
    }

    static DivisionFile parse(SourceText text) {
        var rows = new ArrayList<Row>();
        var problems = new ArrayList<Problem>();
        var lines = text.lines();
        for (int line = 2; line <= lines.size(); line++) {
            var content = lines.get(line - 1);
            if (content.isBlank()) {
                continue;
            }
            var row = row(line, content);
            if (row == null) {
                problems.add(new Problem(text.file(), line, "a code of two, four or six digits and a name are needed"));
            } else {
                rows.add(row);
            }
        }
        return new DivisionFile(rows, problems);
    }

    private static @Nullable Row row(int line, String content) {
        var cells = CsvLine.cells(content);
        if (cells == null || cells.size() < 2 || content.contains(SourceText.BROKEN)) {
            return null;
        }
        var code = cells.get(0).strip();
        var name = cells.get(1).strip();
        return code.matches("(?:\\d\\d){1,3}") && !name.isEmpty() ? new Row(line, code, name) : null;
    }

    private static List<String> columns(SourceText text) {
        var header = text.text().lines().findFirst().map(CsvLine::cells).orElse(null);
        return header == null ? List.of() : header;
    }
}
