package org.townloop.surface.page;

import org.jspecify.annotations.Nullable;

/** The cookie in which a browser keeps what its user has put in the basket: an item for each, with dots between them. */
public final class BasketCookie {

    public static final String NAME = "basket";

    private BasketCookie() {}

    /** How many items there are. */
    static int count(@Nullable String value) {
        return value == null || value.isBlank() ? 0 : value.split("\\.").length;
    }
}
