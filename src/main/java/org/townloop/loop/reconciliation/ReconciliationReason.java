package org.townloop.loop.reconciliation;

import org.townloop.base.kernel.Reason;

/** Why something about a difference was refused. */
public enum ReconciliationReason implements Reason {
    DIFFERENCE_NOTE_MISSING(Kind.INVALID),
    DIFFERENCE_NOTE_TOO_LONG(Kind.INVALID),
    DIFFERENCE_DECIDED(Kind.CONFLICT),
    REPORT_SILENT(Kind.BUSY);

    private final Kind kind;

    ReconciliationReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
