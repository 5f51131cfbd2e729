package org.townloop.supply.merchant.listing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.townloop.supply.merchant.ImportCount;

/** Counts what becomes of the rows of a file. */
class Tally {

    private final SourceText text;
    private final Map<Skip, Integer> skipped = new EnumMap<>(Skip.class);
    private final Map<String, Integer> noTrade = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private ImportCount count = ImportCount.NONE;
    private int rows;
    private int offMap;
    private int broken;

    Tally(SourceText text) {
        this.text = text;
    }

    void row() {
        rows++;
    }

    int rows() {
        return rows;
    }

    void skipped(Row.Skipped row) {
        skipped.merge(row.reason(), 1, Integer::sum);
        switch (row.reason()) {
            case UNNAMED -> {}
            case NO_TRADE -> noTrade.merge(row.detail().isEmpty() ? "(none)" : row.detail(), 1, Integer::sum);
            case DUPLICATE -> problem(row.line(), row.detail());
        }
    }

    void broken(Row.Broken row) {
        broken++;
        problem(row.line(), row.what());
    }

    void problem(int line, String what) {
        problems.add(new Problem(text.file(), line, what));
    }

    void offMap() {
        offMap++;
    }

    void wrote(ImportCount written) {
        count = count.plus(written);
    }

    FileReport report(FileReport.Form form) {
        return new FileReport(
                text.file(), form, text.charset(), rows, count, offMap, skipped, noTrade, broken, problems);
    }
}
