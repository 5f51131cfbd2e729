package org.townloop.loop.screening;

import org.jspecify.annotations.Nullable;
import org.townloop.supply.pack.Attribute;
import org.townloop.supply.pack.Pack;

/**
 * An attribute as a query names it: {@code quiet} of whatever trade has it, or {@code hotels.view} of one trade, since two
 * trades may mean different things by one word.
 *
 * @param pack the trade's pack, or null for any
 */
public record AttributeName(@Nullable String pack, String key) {

    /** @param text as it stands behind {@code attr.}, without {@code .min}, {@code .max} or {@code .all} */
    public static AttributeName of(String text) {
        var dot = text.indexOf('.');
        return dot < 0
                ? new AttributeName(null, text)
                : new AttributeName(text.substring(0, dot), text.substring(dot + 1));
    }

    /** Whether the pack may have it by this name. */
    public boolean isOf(Pack other) {
        return pack == null || pack.equals(other.id().value());
    }

    /** The attribute itself, if the pack has it. */
    public java.util.Optional<Attribute> in(Pack other) {
        return isOf(other) ? other.attribute(key) : java.util.Optional.empty();
    }

    String text() {
        return pack == null ? key : pack + "." + key;
    }
}
