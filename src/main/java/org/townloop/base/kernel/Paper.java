package org.townloop.base.kernel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A paper to be kept or printed: headings, sentences and tables on pages of A4, in Latin and Chinese letters. The fonts
 * are in the file, so that it looks the same everywhere; they are read when a paper is written, and not before.
 */
public final class Paper {

    /** The type sizes, in points. */
    static final float TITLE = 18;

    static final float HEADING = 12;
    static final float TEXT = 10;
    static final float SMALL = 8;

    /**
     * A column of a table.
     *
     * @param share of the width, in any unit that all of them have
     * @param amounts whether it holds numbers, which stand at its right edge
     */
    public record Column(String name, double share, boolean amounts) {

        public static Column words(String name, double share) {
            return new Column(name, share, false);
        }

        public static Column amounts(String name, double share) {
            return new Column(name, share, true);
        }
    }

    /** What stands on it, from above. */
    sealed interface Block {

        record Words(String text, float size) implements Block {}

        record Pair(String label, String value) implements Block {}

        record Gap() implements Block {}

        record Table(List<Column> columns, List<List<String>> rows, List<List<String>> sums) implements Block {}
    }

    private final String title;
    private final Locale language;
    private final boolean wide;
    private final List<Block> blocks = new ArrayList<>();

    private Paper(String title, Locale language, boolean wide) {
        this.title = title;
        this.language = language;
        this.wide = wide;
    }

    /** A4 upright, with the title above. */
    public static Paper of(String title, Locale language) {
        return new Paper(title, language, false).words(title, TITLE);
    }

    /** A4 across, for tables of many columns. */
    public static Paper wide(String title, Locale language) {
        return new Paper(title, language, true).words(title, TITLE);
    }

    public Paper heading(String text) {
        return gap().words(text, HEADING);
    }

    public Paper text(String text) {
        return words(text, TEXT);
    }

    /** What is said in passing. */
    public Paper small(String text) {
        return words(text, SMALL);
    }

    /** A fact with its name before it; nothing if it is empty. */
    public Paper pair(String label, String value) {
        return value.isBlank() ? this : with(new Block.Pair(label, value));
    }

    public Paper gap() {
        return with(new Block.Gap());
    }

    /**
     * A table; its head stands again on each page.
     *
     * @param rows each with as many cells as there are columns
     * @param sums the rows below the line
     */
    public Paper table(List<Column> columns, List<List<String>> rows, List<List<String>> sums) {
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " cells in a table of " + columns.size());
            }
        }
        return with(new Block.Table(List.copyOf(columns), List.copyOf(rows), List.copyOf(sums)));
    }

    /** As a PDF. */
    public byte[] bytes() {
        try (var writer = new PaperWriter(title, language, wide)) {
            for (var block : blocks) {
                writer.write(block);
            }
            var out = new ByteArrayOutputStream();
            writer.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Paper words(String text, float size) {
        return text.isBlank() ? this : with(new Block.Words(text, size));
    }

    private Paper with(Block block) {
        blocks.add(block);
        return this;
    }
}
