package org.townloop.supply.pack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;

/**
 * What a resident is asked before something of the trade is held.
 *
 * @param choices what may be answered; empty unless it is a choice
 * @param min the least of a number
 * @param max the most of a number
 */
public record Question(
        String key,
        Words label,
        Type type,
        boolean required,
        List<Attribute.Choice> choices,
        @Nullable Integer min,
        @Nullable Integer max) {

    private static final String FIELD = "answers.";
    private static final int LEAST = -999_999_999;
    private static final int MOST = 999_999_999;

    /** How it is answered. Answers travel as texts; a flag is answered with {@code yes}. */
    public enum Type {
        TEXT,
        NUMBER,
        CHOICE,
        FLAG;

        static Type of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /** What is wrong with the answer. */
    Optional<Refusal> refusal(@Nullable String answer) {
        if (answer == null || answer.isBlank()) {
            return required ? Optional.of(refusal(PackReason.ANSWER_MISSING)) : Optional.empty();
        }
        var fits = switch (type) {
            case TEXT -> true;
            case FLAG -> answer.equals("yes") || answer.equals("no");
            case CHOICE -> choices.stream().anyMatch(choice -> choice.key().equals(answer));
            case NUMBER -> answer.strip().matches("-?[0-9]{1,9}") && isWithin(Integer.parseInt(answer.strip()));
        };
        return fits ? Optional.empty() : Optional.of(unfit());
    }

    /** The answer as checks see it; what was not answered is empty, no, or zero. */
    Object value(@Nullable String answer) {
        var said = answer == null ? "" : answer.strip();
        return switch (type) {
            case TEXT, CHOICE -> said;
            case FLAG -> said.equals("yes");
            case NUMBER -> said.isEmpty() ? 0L : Long.parseLong(said);
        };
    }

    private Refusal unfit() {
        return switch (type) {
            case CHOICE -> refusal(PackReason.ANSWER_NOT_A_CHOICE);
            case NUMBER ->
                Refusal.of(
                        PackReason.ANSWER_NO_NUMBER,
                        FIELD + key,
                        Map.of(
                                "question", label,
                                "bounds", min == null && max == null ? "none" : "some",
                                "min", min == null ? LEAST : min,
                                "max", max == null ? MOST : max));
            case FLAG, TEXT -> refusal(PackReason.ANSWER_INVALID);
        };
    }

    private boolean isWithin(int number) {
        return (min == null || number >= min) && (max == null || number <= max);
    }

    private Refusal refusal(PackReason reason) {
        return Refusal.of(reason, FIELD + key, Map.of("question", label));
    }
}
