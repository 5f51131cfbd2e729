package org.townloop.base.kernel;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * An event as it stands in the log.
 *
 * @param xid the transaction that wrote it; with {@code position} its place in the order of reading
 */
public record RecordedEvent(
        long xid, long position, RegionId region, String type, UUID subject, JsonNode payload, Instant at) {

    public boolean is(Class<? extends Event> event) {
        return type.equals(event.getSimpleName());
    }

    /** The id in the named component. */
    public UUID id(String component) {
        return UUID.fromString(payload.get(component).asString());
    }
}
