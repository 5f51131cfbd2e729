package org.townloop.surface.office;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pack file being written.
 *
 * @param id of the pack it began with, or an empty text
 * @param faults what is wrong with it, by line and column
 * @param preview what it will look like; null if it has faults, or was not looked at yet
 * @param differences from the version that is sold under
 */
record PackTextView(
        Office office,
        String id,
        String text,
        List<Line> faults,
        @Nullable PackSheet preview,
        List<String> differences,
        @Nullable String refusal) {

    /** A fault with where it is. */
    record Line(int line, int column, String field, String says) {}
}
