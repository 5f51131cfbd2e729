package org.townloop.supply.booking.ical;

import org.jspecify.annotations.Nullable;

/**
 * The content lines of a text, unfolded. What is no content line is left out: many programs break the lines of a
 * description in two, and what is said in one of those matters to nobody here.
 */
final class ContentLines {

    private final String text;
    private int at;
    private int number;

    ContentLines(String text) {
        this.text = text;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /** @return null after the last one */
    @Nullable
    ContentLine next() {
        while (at < text.length()) {
            var begins = number + 1;
            var unfolded = new StringBuilder(physical());
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
                unfolded.append(physical());
            }
            var line = ContentLine.of(begins, unfolded.toString());
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    /** The line that was read last. */
    int number() {
        return number;
    }

    private String physical() {
        var end = text.indexOf('\n', at);
        var line = text.substring(at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 1;
        number++;
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
