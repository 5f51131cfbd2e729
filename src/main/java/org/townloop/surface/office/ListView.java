package org.townloop.surface.office;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list behind a number.
 *
 * @param narrowed what it is narrowed to, an empty text if it is not
 * @param older the address of the next page, null on the last
 */
record ListView(
        Office office,
        Flow.Kind kind,
        String narrowed,
        List<Row> rows,
        @Nullable String older) {

    /**
     * An order or a visit.
     *
     * @param when it was made
     * @param start the booked time, empty for a visit
     * @param state the name of the order's state
     * @param atShop whether it is paid at the shop, so that the books know nothing of its money
     */
    record Row(String when, String place, String what, String start, String amount, String state, boolean atShop) {}
}
