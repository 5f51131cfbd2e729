package org.townloop.supply.pack;

import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;

/**
 * Reads a text without ever stopping between the two halves of a letter beyond the first 65,536: the parser of YAML falls
 * over one that its buffer ends with.
 */
final class WholeLetters extends FilterReader {

    WholeLetters(String text) {
        super(new StringReader(text));
    }

    @Override
    public int read(char[] buffer, int from, int most) throws IOException {
        var read = super.read(buffer, from, Math.max(1, most - 1));
        if (read > 0 && read < most && Character.isHighSurrogate(buffer[from + read - 1])) {
            var low = super.read();
            if (low >= 0) {
                buffer[from + read] = (char) low;
                return read + 1;
            }
        }
        return read;
    }
}
