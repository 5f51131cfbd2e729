package org.townloop.supply.merchant;

import java.util.List;
import org.townloop.supply.merchant.hours.WallSpan;

/**
 * What holds on a day instead of what the hours of the place say.
 *
 * @param asUsual whether they hold as if it were no holiday and no make-up workday
 * @param open if not; none if it is closed
 */
record Differing(boolean asUsual, List<WallSpan> open) {

    boolean isClosed() {
        return !asUsual && open.isEmpty();
    }
}
