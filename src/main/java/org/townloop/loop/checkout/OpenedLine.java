package org.townloop.loop.checkout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.Deliverable;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Online;

/**
 * What a line of an order gives, once it was opened.
 *
 * @param content the words or the file as they are now; null for codes
 * @param codes this line's own; empty for words and files
 */
public record OpenedLine(
        int line,
        OfferId offer,
        Words title,
        Online.Gives gives,
        @Nullable Deliverable content,
        List<String> codes) {

    /** Without what was paid for. */
    @Override
    public String toString() {
        return "OpenedLine[line " + line + "]";
    }
}
