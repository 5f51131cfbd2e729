package org.townloop.loop.screening;

import java.math.BigDecimal;
import java.util.Set;

/** What an attribute of an offer must be. */
public sealed interface AttributeFilter {

    /** One of these values: several ticks in one group of boxes. */
    record OneOf(Set<String> values) implements AttributeFilter {}

    /** Each of these values, for an attribute that holds several. */
    record All(Set<String> values) implements AttributeFilter {}

    /** A number of at least this. */
    record Min(BigDecimal value) implements AttributeFilter {}

    /** A number of at most this. */
    record Max(BigDecimal value) implements AttributeFilter {}

    /** Whether it asks for the value by name. */
    default boolean names(String value) {
        return switch (this) {
            case OneOf(var values) -> values.contains(value);
            case All(var values) -> values.contains(value);
            case Min _, Max _ -> false;
        };
    }

    /** How many values it names. */
    default int size() {
        return switch (this) {
            case OneOf(var values) -> values.size();
            case All(var values) -> values.size();
            case Min _, Max _ -> 1;
        };
    }
}
