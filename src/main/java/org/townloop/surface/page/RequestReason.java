package org.townloop.surface.page;

import org.townloop.base.kernel.Reason;

/** What can be wrong with a request before anybody asks what it means. */
public enum RequestReason implements Reason {
    TOKEN_NEEDED(Kind.INVALID),
    NOT_FOUND(Kind.ABSENT),
    ADDRESS_UNREADABLE(Kind.INVALID),
    BODY_UNREADABLE(Kind.INVALID),
    BODY_TOO_LARGE(Kind.INVALID),
    METHOD_NOT_ALLOWED(Kind.INVALID),
    NOT_ACCEPTABLE(Kind.INVALID),
    TOO_OFTEN(Kind.TOO_OFTEN),
    FIELD_MISSING(Kind.INVALID),
    FIELD_UNREADABLE(Kind.INVALID),
    /** Facts: {@code currency} that it must be in. */
    CURRENCY_OTHER(Kind.INVALID),
    /** Facts: {@code field}. */
    NUL_IN_FIELD(Kind.INVALID),
    /** Facts: {@code max} items. */
    BASKET_FULL(Kind.CONFLICT),
    /** The database is away, or others are in the way. */
    TRY_AGAIN(Kind.BUSY),
    DISK_FULL(Kind.BUSY),
    FAILED(Kind.BUSY);

    private final Kind kind;

    RequestReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
