package org.townloop.surface.office;

import java.util.List;
import org.townloop.surface.page.Form;

/** What differs between gateways and us, what is open first. */
record ReconciliationView(Office office, List<Row> rows) {

    /**
     * A difference.
     *
     * @param by who has looked into it, and when; empty if nobody has
     * @param form what was typed of it and could not be taken
     */
    record Row(
            String id,
            String kind,
            String movement,
            String gateway,
            String day,
            String reference,
            String ours,
            String theirs,
            String state,
            String tone,
            String note,
            String by,
            boolean mayExplain,
            boolean maySettle,
            Form form) {}
}
