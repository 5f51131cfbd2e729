package org.townloop.supply.pack;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;

/**
 * Something that an offer of the trade may say of itself.
 *
 * @param choices what may be chosen; empty unless it is a choice
 * @param facet whether residents narrow their search by it
 * @param unit what a number counts, or null
 * @param statedBy who may say it; what merchants may not say stands in no offer
 */
public record Attribute(
        String key,
        Words label,
        Type type,
        List<Choice> choices,
        boolean facet,
        @Nullable Words unit,
        Set<Teller> statedBy) {

    /** Who may say it. */
    public enum Teller {
        /** in the offer */
        MERCHANT,
        /** who was there */
        VISITOR,
        /** what was measured */
        PLATFORM
    }

    /** What its value is in JSON. */
    public enum Type {
        /** true or false */
        FLAG,
        /** a string, one of the choices */
        CHOICE,
        /** an array of strings, each one of the choices */
        CHOICES,
        /** a number */
        NUMBER,
        /** a string */
        TEXT
    }

    /** One of the values to choose from. */
    public record Choice(String key, Words label) {}

    public Optional<Choice> choice(String key) {
        return choices.stream().filter(choice -> choice.key().equals(key)).findFirst();
    }
}
