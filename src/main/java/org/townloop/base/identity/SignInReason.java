package org.townloop.base.identity;

import org.townloop.base.kernel.Reason;

/** Why somebody does not come in, or may not change how they do. */
public enum SignInReason implements Reason {
    CONTACT_UNREADABLE(Kind.INVALID),
    CONTACT_TAKEN(Kind.CONFLICT),
    CONTACT_IS_LAST(Kind.CONFLICT),
    CODES_NOT_SENT(Kind.BUSY),
    /** The town has no gateway for them. */
    NO_TEXT_MESSAGES(Kind.INVALID),
    NO_MAIL(Kind.INVALID),
    CODES_TOO_OFTEN(Kind.TOO_OFTEN),
    TRIES_TOO_OFTEN(Kind.TOO_OFTEN),
    CODE_WRONG(Kind.INVALID),
    /** Nothing was typed; that is no try. */
    CODE_MISSING(Kind.INVALID),
    CODE_SPENT(Kind.CONFLICT),
    NAME_NEEDED(Kind.INVALID),
    LABEL_NEEDED(Kind.INVALID),
    PASSKEY_REFUSED(Kind.CONFLICT);

    private final Kind kind;

    SignInReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
