package org.townloop.surface.portal;

import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.QrCode;

/**
 * A card as it is shown at a counter.
 *
 * @param href of the card
 * @param left what is left on it, for its owner alone
 * @param text the code as it is typed
 * @param until when it is good for nothing any more
 */
record CardCodeView(
        Page page,
        String href,
        String title,
        String place,
        @Nullable String left,
        String text,
        QrCode code,
        String until) {}
