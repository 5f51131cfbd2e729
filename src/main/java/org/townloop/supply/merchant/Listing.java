package org.townloop.supply.merchant;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.JsonNode;

/**
 * A place as a data set tells of it.
 *
 * @param name in at least one language
 * @param source the name of the data set
 * @param sourceKey what the data set calls the place; together they name it for good
 */
public record Listing(
        RegionId region,
        String source,
        String sourceKey,
        Words name,
        Words address,
        @Nullable Point point,
        String trade,
        @Nullable String phone,
        JsonNode details) {}
