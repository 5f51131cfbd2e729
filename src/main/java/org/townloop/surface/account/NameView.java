package org.townloop.surface.account;

import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * Where somebody who is here for the first time says what we may call them.
 *
 * @param keep not empty if they want to stay signed in
 */
record NameView(
        Page page,
        String next,
        String keep,
        String typed,
        @Nullable String refusal) {}
