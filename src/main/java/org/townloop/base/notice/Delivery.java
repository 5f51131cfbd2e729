package org.townloop.base.notice;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.RegionId;

/**
 * A message on its way by one channel.
 *
 * @param person to whom; null for a code to a contact that is nobody's yet
 * @param target the number, the address, or the id of the push subscription
 * @param facts what the words mention
 * @param attempts this one counted
 * @param giveUpAt when it is of no use any more
 */
record Delivery(
        UUID id,
        RegionId region,
        @Nullable UUID person,
        Letter letter,
        Channel channel,
        String target,
        Locale language,
        Map<String, Object> facts,
        int attempts,
        Instant giveUpAt) {

    /** The page on which the matter is looked at. */
    String path() {
        return facts.get("path") instanceof String known ? known : "/my-loop";
    }

    /** What stands in a log must not lead to a person. */
    @Override
    public String toString() {
        return letter + " by " + channel + " " + id;
    }
}
