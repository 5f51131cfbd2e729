package org.townloop.supply.merchant.listing;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.JsonNode;

/** What a reader made of one row of a file. */
sealed interface Row {

    /** Where it begins; 1 is the first line. */
    int line();

    /**
     * A place as the file tells of it.
     *
     * @param key what the data set calls it
     * @param kind the data set's word for what it is
     * @param point in the file's datum, or null if the file has no coordinates
     */
    record Found(
            int line,
            String key,
            Words name,
            Words address,
            @Nullable Point point,
            String kind,
            @Nullable String phone,
            JsonNode details)
            implements Row {}

    /** @param detail what it is instead, if that helps */
    record Skipped(int line, Skip reason, String detail) implements Row {}

    record Broken(int line, String what) implements Row {}
}
