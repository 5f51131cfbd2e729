package org.townloop.base.kernel;

import java.util.function.Function;

/** What a request came to: done, or refused with a reason. Callers switch over it. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <T> Outcome<T> refused(Reason reason) {
        return new Refused<>(Refusal.of(reason));
    }

    /** What follows from what was done; refused if either is. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> function) {
        return switch (this) {
            case Done<T>(var value) -> function.apply(value);
            case Refused<T>(var refusal) -> refused(refusal);
        };
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> function) {
        return switch (this) {
            case Done<T>(var value) -> done(function.apply(value));
            case Refused<T>(var refusal) -> refused(refusal);
        };
    }
}
