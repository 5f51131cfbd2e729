package org.townloop.surface.api;

import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;

/** Carries a refusal from a controller to {@link ApiErrors}, which answers with it. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    private Refused(Refusal refusal) {
        super(
                refusal.reason().code(),
                null,
                false,
                false); // an answer, and no failure: nobody looks where it came from
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    /** The value, if it was done. */
    static <T> T unless(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new Refused(refusal);
        };
    }

    static Refused with(Refusal refusal) {
        return new Refused(refusal);
    }
}
