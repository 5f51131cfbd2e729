package org.townloop.supply.merchant.listing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * One line of CSV (RFC 4180), parsed by itself, so that a stray quotation mark costs one row and not the rest of the
 * file.
 */
final class CsvLine {

    private CsvLine() {}

    /** The cells, or null if a quotation mark is not closed. */
    static @Nullable List<String> cells(String line) {
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(line))) {
            var records = parser.getRecords();
            return records.size() == 1 ? records.getFirst().toList() : null;
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }
}
