package org.townloop.loop.checkout;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.townloop.loop.ordering.Line;

/** What is to be done about an article that is missing, as the resident wishes it. */
public enum Substitution {
    /** Something similar may be packed, which never costs more. */
    SIMILAR,
    LEAVE_OUT,
    /** They want to be called first. */
    CALL;

    /** The answer of a line under which it stands. */
    public static final String ANSWER = "substitution";

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Nothing if it says nothing that is known. */
    public static Optional<Substitution> of(String code) {
        return Stream.of(values()).filter(wish -> wish.code().equals(code)).findFirst();
    }

    /** Who said nothing is called. */
    public static Substitution of(Line line) {
        return of(line.answersByKey().getOrDefault(ANSWER, "")).orElse(CALL);
    }
}
