package org.townloop.surface.portal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.dispute.About;
import org.townloop.surface.page.DisputeSheet;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;

/**
 * Objecting to an order, or how it stands.
 *
 * @param opening what is needed to object; null if it cannot be objected to now
 * @param sheet the newest dispute; null if there is none
 * @param accept what the merchant offers, to be accepted or not; null if nothing is
 * @param offer the same for the form: {@code redo}, or minor units
 * @param photos that were sent with the form
 * @param earlier disputes of the order, in a line each
 */
record DisputeView(
        Page page,
        Form form,
        String href,
        String orderHref,
        String title,
        String place,
        @Nullable Opening opening,
        @Nullable DisputeSheet sheet,
        @Nullable String accept,
        String offer,
        boolean writes,
        boolean withdraws,
        boolean appeals,
        List<String> photos,
        List<String> earlier) {

    /** @param most that can be asked for */
    record Opening(String most, long hours) {}

    About[] abouts() {
        return About.values();
    }

    /** A form that is sent twice does it once. */
    String key() {
        return UUID.randomUUID().toString();
    }
}
