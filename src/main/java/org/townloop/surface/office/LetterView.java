package org.townloop.surface.office;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.notice.Draft;
import org.townloop.base.notice.Previews;

/**
 * A letter in one language, to be written anew.
 *
 * @param draft what stands in the form
 * @param preview what it makes of an example; null if it cannot be sent
 * @param fault why not, or null
 * @param part the part that is wrong: {@code title}, {@code brief} or {@code full}
 */
record LetterView(
        Office office,
        String name,
        String language,
        String tag,
        String path,
        String parameters,
        boolean own,
        Draft draft,
        Previews.@Nullable Preview preview,
        @Nullable String fault,
        @Nullable String part,
        boolean saved,
        List<Version> versions) {

    /** @param words whether it had words of its own, or went back to the shipped ones */
    record Version(int number, String by, String when, boolean words) {}

    boolean isWrong(String which) {
        return which.equals(part);
    }
}
