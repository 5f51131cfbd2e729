package org.townloop;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a tidy file looks like; each rule gives a sentence for each breach. */
final class Tidy {

    static final int MOST_LINES = 250;

    private static final Formatter FORMATTER = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    private static final Pattern FORBIDDEN_NAME = Pattern.compile(
            "\\b(?:class|record|interface|enum)\\s+(Abstract\\w+|\\w*(?:Service|ServiceImpl|Impl|Manager"
                    + "|Helper|Utils?|D[Tt][Oo]))\\b");

    /** Spelt in two halves, so that this file does not break its own rule. */
    private static final Pattern UNFINISHED = Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|X" + "XX)\\b");

    private static final Pattern SLEEP = Pattern.compile("Thread\\s*\\.\\s*" + "sleep\\s*\\(");

    /** Where a test may wait by the clock on the wall, because what it waits for is another process. */
    private static final Set<String> MAY_SLEEP = Set.of("KilledPostgresTests.java", "TownProcess.java");

    private Tidy() {}

    static Stream<String> unformatted(SourceFile file) {
        try {
            return FORMATTER.formatSourceAndFixImports(file.text()).equals(file.text())
                    ? Stream.of()
                    : Stream.of(
                            file.path() + " is not in palantir format; mvn test -Dtest=TidyTests -Dformat mends it");
        } catch (FormatterException e) {
            return Stream.of(file.path() + " is not Java: " + e.getMessage());
        }
    }

    /** Writes the file as it should be, if it can be read at all. */
    static void format(SourceFile file) {
        try {
            var formatted = FORMATTER.formatSourceAndFixImports(file.text());
            if (!formatted.equals(file.text())) {
                Files.writeString(file.path(), formatted);
            }
        } catch (FormatterException e) {
            // no Java: the test says so
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> forbiddenNames(SourceFile file) {
        return FORBIDDEN_NAME
                .matcher(file.withoutCommentsAndLiterals())
                .results()
                .map(found -> file.path() + " names a type " + found.group(1) + ": name the act or the thing");
    }

    static Stream<String> tooLong(SourceFile file) {
        return file.lines() <= MOST_LINES
                ? Stream.of()
                : Stream.of(file.path() + " has " + file.lines() + " lines, more than " + MOST_LINES);
    }

    static Stream<String> unfinished(SourceFile file) {
        return UNFINISHED.matcher(file.text()).results().map(found -> file.path() + " says " + found.group());
    }

    static Stream<String> sleeps(SourceFile file) {
        return MAY_SLEEP.contains(file.name()) || !SLEEP.matcher(file.text()).find()
                ? Stream.of()
                : Stream.of(file.path() + " sleeps: move the clock, or wait for what should happen");
    }

    /** Median, 90th percentile and the largest file. */
    static String sizes(List<SourceFile> files) {
        var sorted = files.stream().mapToInt(SourceFile::lines).sorted().toArray();
        var largest = files.stream()
                .max((a, b) -> Integer.compare(a.lines(), b.lines()))
                .orElseThrow();
        return "%d files: median %d lines, p90 %d, largest %s with %d"
                .formatted(
                        sorted.length,
                        sorted[sorted.length / 2],
                        sorted[sorted.length * 9 / 10],
                        largest.path(),
                        largest.lines());
    }
}
