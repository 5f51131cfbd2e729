package org.townloop.loop.checkout;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.townloop.loop.ordering.Line;

/** What is to be done about an article that is missing, as the resident wishes it. */
public enum Substitution {
    /** Something similar may be packed, which never costs more. */
    SIMILAR,
    LEAVE_OUT,
    /** They want to be called first: some line of the order says {@link #PHONE}. */
    CALL;

    /** The answer of a line under which it stands. */
    public static final String ANSWER = "substitution";

    /** The answer under which the telephone stands. */
    public static final String PHONE = "phone";

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Nothing if it says nothing that is known. */
    public static Optional<Substitution> of(String code) {
        return Stream.of(values()).filter(wish -> wish.code().equals(code)).findFirst();
    }

    /** Whether somebody wants to be called if something is missing, and none of the wishes says where. */
    static boolean isCallNowhere(List<HoldOrder> wishes) {
        return wishes.stream()
                        .anyMatch(wish -> CALL.code().equals(wish.answers().get(ANSWER)))
                && wishes.stream()
                        .allMatch(wish -> wish.answers().getOrDefault(PHONE, "").isBlank());
    }

    /** Who said nothing gets nothing else in its place. */
    public static Substitution of(Line line) {
        return of(line.answersByKey().getOrDefault(ANSWER, "")).orElse(LEAVE_OUT);
    }
}
