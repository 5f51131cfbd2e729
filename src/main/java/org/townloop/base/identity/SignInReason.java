package org.townloop.base.identity;

import org.townloop.base.kernel.Reason;

/** Why somebody does not come in, or may not change how they do. */
public enum SignInReason implements Reason {
    CONTACT_TAKEN(Kind.CONFLICT),
    NAME_NEEDED(Kind.INVALID),
    LABEL_NEEDED(Kind.INVALID);

    private final Kind kind;

    SignInReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
