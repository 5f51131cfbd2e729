package org.townloop.loop.payment;

import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;

/** What an outcome holds, where a test knows which it is. */
final class Outcomes {

    private Outcomes() {}

    static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError("refused: " + refusal);
        };
    }

    static Reason reason(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?>(var value) -> throw new AssertionError("not refused: " + value);
            case Outcome.Refused<?>(var refusal) -> refusal.reason();
        };
    }
}
