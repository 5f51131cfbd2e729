package org.townloop.supply.pack;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;

/**
 * What must hold before something of the trade is held for a resident.
 *
 * @param require an expression of the Common Expression Language that is true where all is well
 * @param field what is to be mended where it is not: {@code quantity}, {@code slotStart} or {@code answers.age}
 * @param refusal the sentence that says why not, and what to do
 * @param mode the key of the only mode it is of; null for all
 */
public record Check(
        String require,
        String field,
        Words refusal,
        @Nullable String mode) {

    /** Whether the answer to that question matters. */
    boolean asksFor(String question) {
        return Pattern.compile("answers\\." + Pattern.quote(question) + "\\b")
                .matcher(require)
                .find();
    }

    boolean isOf(String mode) {
        return this.mode == null || this.mode.equals(mode);
    }
}
