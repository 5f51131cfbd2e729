package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * What was bought online: still shut, or open.
 *
 * @param refusal why it did not open, or null
 * @param until until when it can be called off as long as it is shut
 * @param lines what is in it; empty as long as it is shut
 */
record OpeningView(
        Page page,
        @Nullable String refusal,
        String key,
        String href,
        String title,
        String place,
        String until,
        List<Line> lines) {

    /**
     * What a line delivers.
     *
     * @param text in pieces, of which some are links; empty for a file and for codes
     * @param file null if it is none
     * @param corrected when the seller has corrected it, null if never
     */
    record Line(
            String title,
            List<Piece> text,
            @Nullable File file,
            List<String> codes,
            @Nullable String corrected) {}

    record Piece(String text, boolean link) {}

    record File(String href, String name, String size) {}
}
