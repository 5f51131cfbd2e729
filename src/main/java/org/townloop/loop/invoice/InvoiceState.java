package org.townloop.loop.invoice;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How far a request for an invoice has come. {@link #NEXT} is the whole lifecycle. */
public enum InvoiceState {
    ASKED,
    ISSUED,
    DECLINED,
    /** Taken back whole, by credit notes or in red letters: another one may be asked for. */
    REVERSED;

    private static final Map<InvoiceState, Set<InvoiceState>> NEXT = Map.of(
            ASKED, EnumSet.of(ISSUED, DECLINED),
            ISSUED, EnumSet.of(REVERSED),
            DECLINED, EnumSet.noneOf(InvoiceState.class),
            REVERSED, EnumSet.noneOf(InvoiceState.class));

    public boolean canBecome(InvoiceState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
