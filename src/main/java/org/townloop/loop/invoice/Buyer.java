package org.townloop.loop.invoice;

import org.jspecify.annotations.Nullable;

/**
 * Whom an invoice names.
 *
 * @param taxNumber null if none was given
 */
public record Buyer(Kind kind, String title, @Nullable String taxNumber) {

    /** Who it is. */
    public enum Kind {
        PERSON,
        COMPANY
    }
}
