package org.townloop.supply.pack;

import java.util.Locale;
import org.townloop.base.kernel.Words;

/**
 * What is wrong with a pack file, and how to mend it.
 *
 * @param line from 1
 * @param column from 1
 * @param field what it is about, {@code modes.0.kind}; empty for the file as a whole
 */
public record Fault(int line, int column, String field, Words says) {

    /** As compilers say it, to be followed in an editor: {@code pack.yaml:12:9: modes.0.kind: …} */
    public String in(String file, Locale locale) {
        return file + ":" + line + ":" + column + ": " + subject() + ": " + says.in(locale);
    }

    /** The field, or that it is the file. */
    public String subject() {
        return field.isEmpty() ? "the file" : field;
    }

    @Override
    public String toString() {
        return line + ":" + column + ": " + subject() + ": " + says.in(Locale.ENGLISH);
    }
}
