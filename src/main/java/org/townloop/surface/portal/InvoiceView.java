package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;

/**
 * The invoices of an order, and asking for one.
 *
 * @param fapiao whether fapiao are written there
 * @param closed why none can be asked for; null if one can
 * @param until until when
 */
record InvoiceView(
        Page page,
        Form form,
        String key,
        String href,
        String title,
        boolean fapiao,
        @Nullable String closed,
        String until,
        List<Wanted> requests,
        List<Document> documents) {

    /**
     * What was asked for.
     *
     * @param say what came of it
     * @param file where the file of a fapiao is; null if there is none
     */
    record Wanted(
            String kind,
            String buyer,
            String state,
            String tone,
            String at,
            String say,
            @Nullable String file) {}

    /** An invoice or a credit note. */
    record Document(String kind, String name, String at, String total, String href) {}
}
