package org.townloop.surface.office;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pack with its versions.
 *
 * @param current the number of the version that is sold under
 * @param shown the number of the version that is looked at
 * @param differences of the one shown from the current one
 * @param refusal why a version was not put to use, or null
 */
record PackView(
        Office office,
        boolean mayChange,
        String id,
        int current,
        int shown,
        PackSheet sheet,
        List<Version> versions,
        List<String> differences,
        @Nullable String refusal) {

    /** @param offers how many are sold under it */
    record Version(int number, String when, boolean madeHere, boolean current, int offers) {}
}
