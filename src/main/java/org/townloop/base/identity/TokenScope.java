package org.townloop.base.identity;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** What a token is good for. */
public sealed interface TokenScope {

    /** All that the person may do, now and as it changes. */
    record Everything() implements TokenScope {}

    /** Redeeming at one place, as long as the person may redeem there; nothing of the person's own. */
    record Counter(RegionId region, UUID merchant, UUID place) implements TokenScope {

        Grant grant() {
            return new Grant(Role.COUNTER, region, null, place);
        }
    }

    static TokenScope everything() {
        return new Everything();
    }

    static TokenScope counter(RegionId region, UUID merchant, UUID place) {
        return new Counter(region, merchant, place);
    }
}
