package org.townloop.supply.offer;

import java.util.Locale;

/**
 * Delivered without anybody's coming: whoever has paid opens it on a page. What is opened stands with the offer and not in
 * its versions, see {@link Deliverables}: a link that was mended is mended for all who have bought it.
 */
public record Online(Gives gives) implements Arrangement {

    /** What is opened. */
    public enum Gives {
        /** Words, with links in them. */
        TEXT,
        /** A document or a recording. */
        FILE,
        /** One of a stock of codes, to each buyer another: a licence key, a ticket. */
        CODE;

        /** As it stands in forms and addresses. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
