package org.townloop.base.kernel;

import com.ibm.icu.text.BreakIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of a paper, of which the file gets the letters that stand in it: one for Latin letters, one for Chinese. */
final class PaperFont {

    /** Liberation Sans, which PDFBox brings; and see NOTICE. */
    private static final List<String> FILES =
            List.of("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf", "/fonts/DroidSansFallbackFull.ttf");

    /** In place of a letter that no font has. */
    private static final String UNKNOWN = "?";

    /** A font, and which letters it has. */
    private record Face(PDFont font, CmapLookup letters) {

        static Face in(PDDocument document, String name) throws IOException {
            try (var file = PaperFont.class.getResourceAsStream(name)) {
                if (file == null) {
                    throw new IllegalStateException(name + " is missing");
                }
                var parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
                return new Face(PDType0Font.load(document, parsed, true), parsed.getUnicodeCmapLookup());
            }
        }

        boolean has(int letter) {
            return letters.getGlyphId(letter) > 0;
        }
    }

    /** Letters that stand beside each other in one font. */
    record Run(PDFont font, String text) {}

    private final List<Face> faces;
    private final Locale language;

    private PaperFont(List<Face> faces, Locale language) {
        this.faces = faces;
        this.language = language;
    }

    static PaperFont in(PDDocument document, Locale language) throws IOException {
        var faces = new ArrayList<Face>();
        for (var file : FILES) {
            faces.add(Face.in(document, file));
        }
        return new PaperFont(List.copyOf(faces), language);
    }

    /** A line that {@link #lines} gave, in the fonts that have its letters. */
    List<Run> runs(String line) {
        var runs = new ArrayList<Run>();
        line.codePoints().forEach(letter -> {
            var font = face(letter).orElseThrow().font();
            var text = Character.toString(letter);
            var last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.font() == font) {
                runs.set(runs.size() - 1, new Run(font, last.text() + text));
            } else {
                runs.add(new Run(font, text));
            }
        });
        return runs;
    }

    private Optional<Face> face(int letter) {
        return faces.stream().filter(face -> face.has(letter)).findFirst();
    }

    /** In points. */
    float width(String line, float size) throws IOException {
        float width = 0;
        for (var run : runs(line)) {
            width += run.font().getStringWidth(run.text()) / 1000 * size;
        }
        return width;
    }

    /** The text parted where a line may end: at spaces, between Chinese letters, and in a word that is too long for one. */
    List<String> lines(String text, float size, float width) throws IOException {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\\R", -1)) {
            wrap(known(paragraph), size, width, lines);
        }
        return lines;
    }

    private void wrap(String text, float size, float width, List<String> lines) throws IOException {
        var breaks = BreakIterator.getLineInstance(language);
        breaks.setText(text);
        var line = new StringBuilder();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            var word = text.substring(from, to);
            if (width(line + word.stripTrailing(), size) > width && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(cut(word, size, width, lines));
        }
        lines.add(line.toString().stripTrailing());
    }

    /** Whole lines of a word that fits on none; gives what is left of it. */
    private String cut(String word, float size, float width, List<String> lines) throws IOException {
        var left = word;
        while (width(left.stripTrailing(), size) > width && left.codePointCount(0, left.length()) > 1) {
            int end = left.length();
            while (end > 1 && width(left.substring(0, end), size) > width) {
                end = left.offsetByCodePoints(end, -1);
            }
            var fits = Math.max(end, left.offsetByCodePoints(0, 1));
            lines.add(left.substring(0, fits));
            left = left.substring(fits);
        }
        return left;
    }

    private String known(String text) {
        var known = new StringBuilder();
        text.codePoints()
                .map(letter -> Character.isSpaceChar(letter) || letter == '\t' ? ' ' : letter)
                .filter(letter -> !Character.isISOControl(letter) && Character.getType(letter) != Character.FORMAT)
                .forEach(letter -> known.append(face(letter).isPresent() ? Character.toString(letter) : UNKNOWN));
        return known.toString();
    }
}
