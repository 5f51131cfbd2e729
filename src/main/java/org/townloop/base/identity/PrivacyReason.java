package org.townloop.base.identity;

import org.townloop.base.kernel.Reason;

/** Why somebody cannot be erased now. */
public enum PrivacyReason implements Reason {
    /** There is something to be done first. */
    SOMETHING_FIRST(Kind.CONFLICT),
    LAST_OPERATOR(Kind.CONFLICT),
    PARTNER_STILL(Kind.CONFLICT),
    /** Whether what they wrote for all to read goes or stays was not said. */
    WORDS_UNDECIDED(Kind.INVALID),
    /** Their name was not typed as it stands. */
    NAME_DIFFERS(Kind.INVALID);

    private final Kind kind;

    PrivacyReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
