package org.townloop.surface.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Form;

/**
 * The deals of a place, and a form for another.
 *
 * @param offers of which there can be deals
 * @param said what was just done, or an empty text
 */
record DealsView(Desk desk, Form form, List<Choice> offers, List<Row> rows, String said) {

    record Choice(String id, String title, String price, boolean chosen) {}

    /**
     * A deal.
     *
     * @param sold how many pieces are taken and paid, in words
     * @param least how many it needs, in words; null if it needs nobody in particular
     * @param end what can be done about it: {@code withdraw}, {@code close}, or null
     */
    record Row(
            String id,
            String title,
            String price,
            String usual,
            String when,
            String state,
            String tone,
            String sold,
            @Nullable String least,
            @Nullable String end) {}
}
