package org.townloop.surface.office;

import org.townloop.loop.ledger.Broken;

/** What needs an operator. */
record NeedsView(Office office, Attention.Needs needs) {

    /** The broken invariant in the reader's language; in the audit's own words if nobody translated it. */
    String words(Broken broken) {
        var key = "office.invariant." + broken.invariant();
        return office.page().texts().has(key) ? office.page().text(key) : broken.sentence();
    }
}
