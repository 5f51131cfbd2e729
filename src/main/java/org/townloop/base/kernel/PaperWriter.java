package org.townloop.base.kernel;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Writes the blocks of a paper below each other, on as many pages as they need. Lengths are points. */
final class PaperWriter implements Closeable {

    private static final float MARGIN = 50;
    private static final float LEADING = 1.45f;
    private static final float BETWEEN = 10;
    private static final float LABEL = 150;
    private static final float PADDING = 4;

    private final PDDocument document = new PDDocument();
    private final PaperFont font;
    private final PDRectangle size;
    private @Nullable PDPageContentStream out;
    private float y;

    PaperWriter(String title, Locale language, boolean wide) throws IOException {
        this.font = PaperFont.in(document, language);
        this.size = wide ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()) : PDRectangle.A4;
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language.toLanguageTag());
        turn();
    }

    void write(Paper.Block block) throws IOException {
        switch (block) {
            case Paper.Block.Words(var text, var letters) -> words(text, letters, MARGIN, width());
            case Paper.Block.Pair(var label, var value) -> pair(label, value);
            case Paper.Block.Gap() -> y -= BETWEEN;
            case Paper.Block.Table table -> table(table);
        }
    }

    void save(OutputStream to) throws IOException {
        page().close();
        out = null;
        number();
        document.save(to);
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
        document.close();
    }

    private void words(String text, float letters, float x, float width) throws IOException {
        for (var line : font.lines(text, letters, width)) {
            room(letters * LEADING);
            y -= letters * LEADING;
            put(line, letters, x);
        }
    }

    private void pair(String label, String value) throws IOException {
        var lines = font.lines(value, Paper.TEXT, width() - LABEL);
        room(Paper.TEXT * LEADING * Math.min(lines.size(), 3));
        var top = y;
        words(label, Paper.TEXT, MARGIN, LABEL - PADDING);
        var below = y;
        y = top;
        words(value, Paper.TEXT, MARGIN + LABEL, width() - LABEL);
        y = Math.min(below, y);
    }

    private void table(Paper.Block.Table table) throws IOException {
        var columns = table.columns();
        head(columns);
        for (var row : table.rows()) {
            row(columns, row, columns);
        }
        rule();
        for (var sum : table.sums()) {
            row(columns, sum, columns);
        }
    }

    private void head(List<Paper.Column> columns) throws IOException {
        row(columns, columns.stream().map(Paper.Column::name).toList(), null);
        rule();
    }

    /** @param again the head that stands again on a new page; null of the head itself */
    private void row(List<Paper.Column> columns, List<String> cells, @Nullable List<Paper.Column> again)
            throws IOException {
        var shares = columns.stream().mapToDouble(Paper.Column::share).sum();
        var lines = new ArrayList<List<String>>();
        for (int i = 0; i < columns.size(); i++) {
            var width = width() * (float) (columns.get(i).share() / shares) - PADDING;
            lines.add(font.lines(cells.get(i), Paper.SMALL + 1, width));
        }
        var deep = lines.stream().mapToInt(List::size).max().orElse(1);
        if (room(deep * (Paper.SMALL + 1) * LEADING) && again != null) {
            head(again);
        }
        cells(columns, lines, shares);
        y -= deep * (Paper.SMALL + 1) * LEADING;
    }

    private void cells(List<Paper.Column> columns, List<List<String>> lines, double shares) throws IOException {
        var x = MARGIN;
        for (int i = 0; i < columns.size(); i++) {
            var wide = width() * (float) (columns.get(i).share() / shares);
            var top = y;
            for (var line : lines.get(i)) {
                y -= (Paper.SMALL + 1) * LEADING;
                var from = columns.get(i).amounts() ? x + wide - PADDING - font.width(line, Paper.SMALL + 1) : x;
                put(line, Paper.SMALL + 1, from);
            }
            y = top;
            x += wide;
        }
    }

    private void rule() throws IOException {
        y -= PADDING;
        page().setLineWidth(0.5f);
        page().moveTo(MARGIN, y);
        page().lineTo(size.getWidth() - MARGIN, y);
        page().stroke();
    }

    /** @return whether a new page was begun for it */
    private boolean room(float height) throws IOException {
        if (y - height >= MARGIN) {
            return false;
        }
        turn();
        return true;
    }

    private void turn() throws IOException {
        if (out != null) {
            out.close();
        }
        var page = new PDPage(size);
        document.addPage(page);
        out = new PDPageContentStream(document, page);
        y = size.getHeight() - MARGIN;
    }

    private void put(String line, float letters, float x) throws IOException {
        put(page(), line, letters, x, y);
    }

    private void put(PDPageContentStream on, String line, float letters, float x, float at) throws IOException {
        if (line.isBlank()) {
            return;
        }
        on.beginText();
        on.newLineAtOffset(x, at);
        for (var run : font.runs(line)) {
            on.setFont(run.font(), letters);
            on.showText(run.text());
        }
        on.endText();
    }

    private void number() throws IOException {
        var pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (var foot = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true)) {
                var said = (i + 1) + " / " + pages;
                put(foot, said, Paper.SMALL, size.getWidth() - MARGIN - font.width(said, Paper.SMALL), MARGIN / 2);
            }
        }
    }

    private PDPageContentStream page() {
        if (out == null) {
            throw new IllegalStateException("the paper is finished");
        }
        return out;
    }

    private float width() {
        return size.getWidth() - 2 * MARGIN;
    }
}
