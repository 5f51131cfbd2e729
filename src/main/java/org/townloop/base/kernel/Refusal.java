package org.townloop.base.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An expected no, with its reason. Nothing was written.
 *
 * @param field the field to mend, as the API names it, or null
 * @param facts what the sentence mentions: {@code {min}} in the text is the fact {@code min}
 */
public record Refusal(Reason reason, @Nullable String field, Map<String, Object> facts) {

    public static Refusal of(Reason reason) {
        return new Refusal(reason, null, Map.of());
    }

    public static Refusal of(Reason reason, String field) {
        return new Refusal(reason, field, Map.of());
    }

    public static Refusal of(Reason reason, String field, Map<String, Object> facts) {
        return new Refusal(reason, field, facts);
    }
}
