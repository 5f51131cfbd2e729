package org.townloop.surface.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;

/**
 * What somebody typed into a form, and why it was not taken: a form that is shown again keeps what was typed.
 *
 * @param refusal null for a form that was not sent yet, or is only shown anew
 */
public record Form(
        Map<String, List<String>> typed, @Nullable Refusal refusal) {

    /** Nothing was typed yet. */
    public static final Form EMPTY = new Form(Map.of(), null);

    public boolean untouched() {
        return typed.isEmpty();
    }

    /** What was typed, or what stands there before anything is. */
    public String value(String name, @Nullable String before) {
        var values = typed.get(name);
        if (values != null && !values.isEmpty()) {
            return values.getFirst();
        }
        return untouched() && before != null ? before : "";
    }

    public String value(String name) {
        return value(name, null);
    }

    /** Whether a box is ticked. */
    public boolean ticked(String name, String value, boolean before) {
        return untouched() ? before : typed.getOrDefault(name, List.of()).contains(value);
    }

    /** Whether the field is the one to mend: it, or what it belongs to. */
    public boolean wrong(String field) {
        var named = refusal == null ? null : refusal.field();
        return named != null && (named.equals(field) || named.startsWith(field + "."));
    }
}
