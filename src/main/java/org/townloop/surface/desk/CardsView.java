package org.townloop.surface.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Form;

/**
 * The gift vouchers, passes and balances of a place, and a form for one.
 *
 * @param unkept why none can be sold there, whatever it is; null if somebody keeps their money
 * @param said what was just done, or an empty text
 * @param edited the card that the form writes anew; null for a new one
 * @param figures what was done with all cards that its merchant sold; none if none was
 * @param offers of which uses can be sold
 */
record CardsView(
        Desk desk,
        Form form,
        @Nullable String unkept,
        String said,
        @Nullable String edited,
        int version,
        List<Row> rows,
        List<Choice> offers,
        List<Figure> figures) {

    record Row(String id, String title, String kind, String price, boolean active) {}

    /** An amount and what it is. */
    record Figure(String label, String amount) {}

    record Choice(String id, String title, String price, boolean chosen) {}
}
