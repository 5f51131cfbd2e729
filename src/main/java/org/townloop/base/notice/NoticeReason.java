package org.townloop.base.notice;

import org.townloop.base.kernel.Reason;

/** Why something about messages was refused. */
public enum NoticeReason implements Reason {
    TEMPLATE_EMPTY,
    TEMPLATE_TOO_LONG,
    /** It is no ICU message: a brace is missing, say. */
    TEMPLATE_UNREADABLE,
    TEMPLATE_UNKNOWN_PARAMETER,
    TEMPLATE_MISSING_PARAMETER,
    /** A push subscription that is none. */
    SUBSCRIPTION_INVALID,
    /** A push subscription whose address does not lead to the open web. */
    SUBSCRIPTION_PRIVATE;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
