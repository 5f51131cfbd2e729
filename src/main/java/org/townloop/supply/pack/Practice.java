package org.townloop.supply.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;

/**
 * How the trade is practised: what is asked and checked before a booking, the service in outline, and what customers of
 * the trade complain of.
 */
public record Practice(List<Question> questions, List<Check> checks, List<Step> standard, List<Complaint> complaints) {

    static final Practice NONE = new Practice(List.of(), List.of(), List.of(), List.of());

    /** A step of the service, in the order in which it is done. */
    public record Step(String key, Words label) {}

    /**
     * Something that customers complain of.
     *
     * @param step the key of the step that it usually concerns, or null
     */
    public record Complaint(
            String key, Words label, @Nullable String step) {}
}
