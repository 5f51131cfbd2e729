package org.townloop.supply.merchant.listing;

import java.time.Duration;
import java.util.List;

/** What an import came to. */
public record Report(List<FileReport> files, Duration took) {

    /** Whether there was nothing that could be read. */
    public boolean isEmpty() {
        return files.stream().allMatch(file -> file.form() == FileReport.Form.UNREADABLE);
    }

    /** How many rows were new, over all files. */
    public int added() {
        return files.stream().mapToInt(file -> file.count().added()).sum();
    }

    /** Every problem of every file. */
    public List<Problem> problems() {
        return files.stream().flatMap(file -> file.problems().stream()).toList();
    }

    /** The report as it is printed: a paragraph for each file with at most so many of its problems. */
    public String text(int mostProblems) {
        var text = new StringBuilder();
        files.forEach(file -> text.append(file.text(mostProblems)));
        return text.append("%d files in %.1f s%n".formatted(files.size(), took.toMillis() / 1_000.0))
                .toString();
    }
}
