package org.townloop.surface.office;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.DisputeSheet;
import org.townloop.surface.page.Form;

/**
 * One dispute with everything that is known of it.
 *
 * @param facts of the order
 * @param policies it was sold under
 * @param scans of its vouchers, whatever came of them
 * @param decides whether this operator may decide now
 * @param cannot why not, if it is to be decided by another
 * @param second whether it is the second opinion
 * @param does what it would do; null before somebody has asked
 */
record DisputeView(
        Office office,
        Form form,
        String href,
        DisputeSheet sheet,
        List<DisputeSheet.Fact> facts,
        List<String> policies,
        List<String> scans,
        boolean decides,
        @Nullable String cannot,
        boolean second,
        @Nullable String does) {

    /** A form that is sent twice decides once. */
    String key() {
        return UUID.randomUUID().toString();
    }
}
