package org.townloop.supply.merchant.listing;

import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.townloop.supply.merchant.ImportCount;

/**
 * What became of one file. Its rows are those added, changed, unchanged, skipped and broken, together.
 *
 * @param rows how many there were, the header not counted
 * @param offMap how many of the listings have no position
 * @param skipped by reason
 * @param noTrade how often each class that is no trade was met
 * @param problems what a person should look at; each broken row has one
 */
public record FileReport(
        String file,
        Form form,
        Charset charset,
        int rows,
        ImportCount count,
        int offMap,
        Map<Skip, Integer> skipped,
        Map<String, Integer> noTrade,
        int broken,
        List<Problem> problems) {

    /** What is in a file. */
    public enum Form {
        PLACES,
        REGIONS,
        UNREADABLE
    }

    private static final int CLASSES_SHOWN = 12;

    String text(int mostProblems) {
        var text = new StringBuilder(headline()).append(System.lineSeparator());
        skipped.forEach((reason, number) ->
                text.append("  skipped %,6d  %s%n".formatted(number, reason.words() + classes(reason))));
        if (broken > 0) {
            text.append("  broken  %,6d%n".formatted(broken));
        }
        problems.stream()
                .limit(mostProblems)
                .forEach(problem -> text.append("  ").append(problem).append(System.lineSeparator()));
        if (problems.size() > mostProblems) {
            text.append("  … and %,d more%n".formatted(problems.size() - mostProblems));
        }
        return text.toString();
    }

    private String headline() {
        return switch (form) {
            case UNREADABLE -> file + ": not read";
            case REGIONS -> "%s: %,d rows (%s): %,d regions made".formatted(file, rows, charset, count.added());
            case PLACES ->
                "%s: %,d rows (%s): %,d listings added, %,d changed, %,d unchanged, %,d of them not on the map"
                        .formatted(file, rows, charset, count.added(), count.changed(), count.unchanged(), offMap);
        };
    }

    private String classes(Skip reason) {
        if (reason != Skip.NO_TRADE || noTrade.isEmpty()) {
            return "";
        }
        var shown = noTrade.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CLASSES_SHOWN)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return " (" + shown + (noTrade.size() > CLASSES_SHOWN ? ", …)" : ")");
    }
}
