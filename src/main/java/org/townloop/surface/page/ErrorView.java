package org.townloop.surface.page;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, that nothing was lost, and what to do.
 *
 * @param sentence more exactly what is wrong, if it is known
 * @param reference the trace id, by which the operator finds it in the log
 */
record ErrorView(
        Page page, int status, String reference, @Nullable String sentence) {

    private static final Set<Integer> WITH_WORDS = Set.of(400, 403, 404, 405, 409, 413, 422, 429, 500, 503);

    /** The status whose words fit: those of its kind if it has none of its own. */
    String words() {
        var known = WITH_WORDS.contains(status) ? status : status < 500 ? 400 : 500;
        return "page.error." + known;
    }
}
