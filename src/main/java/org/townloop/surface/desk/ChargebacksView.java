package org.townloop.surface.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payments that payers object to. */
record ChargebacksView(Desk desk, List<Card> cards) {

    /**
     * One of them.
     *
     * @param state open, answered, won or lost
     * @param evidence what is on record, as the gateway gets it; empty once something was said
     * @param answer what was said; null if nothing was
     * @param typed what could not be taken
     * @param wrong why; null if nothing was typed
     */
    record Card(
            String id,
            String amount,
            String what,
            String why,
            String state,
            String when,
            String until,
            boolean awaitsAnswer,
            String evidence,
            @Nullable String answer,
            String sent,
            String typed,
            @Nullable String wrong) {}
}
