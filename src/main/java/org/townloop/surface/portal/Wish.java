package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.supply.merchant.TimeSpan;

/**
 * A question as it was understood.
 *
 * @param near where the words for the place are, or null
 * @param open when it is wanted, or null
 * @param unclear the names of the fields whose words were not understood and count for nothing
 */
record Wish(@Nullable Point near, @Nullable TimeSpan open, List<String> unclear) {}
