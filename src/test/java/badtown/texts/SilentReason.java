package badtown.texts;

import org.townloop.base.kernel.Reason;

/** A reason without a sentence. */
public enum SilentReason implements Reason {
    BECAUSE_I_SAY_SO;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
