package org.townloop.surface.desk;

import java.util.List;
import org.townloop.surface.page.Form;

/**
 * An order that is packed.
 *
 * @param back the window that it belongs to
 * @param open whether it can still be packed
 */
record PackingView(
        Desk desk,
        Form form,
        String href,
        String back,
        String window,
        String who,
        String phone,
        String address,
        String state,
        boolean begun,
        boolean open,
        List<Row> rows) {

    /**
     * An article.
     *
     * @param wish what is to be done if it is missing
     * @param replaceable whether something else may be packed
     * @param done what was packed of it, in words; empty if it is not packed yet
     * @param said what somebody has just said of it that was not taken, as it can be said no more; else empty
     * @param others what may be packed in place of it; nothing if it is not replaceable
     */
    record Row(
            int line,
            String offer,
            String title,
            int ordered,
            String price,
            String wish,
            boolean replaceable,
            String done,
            String said,
            List<Group> others) {}

    /** Articles of one kind. */
    record Group(String name, List<Other> others) {}

    record Other(String id, String title) {}
}
