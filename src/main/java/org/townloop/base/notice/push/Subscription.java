package org.townloop.base.notice.push;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * A browser that shows somebody's notices.
 *
 * @param endpoint where its push service takes them
 */
public record Subscription(UUID id, URI endpoint, byte[] publicKey, byte[] auth, Instant since) {

    /** The push service's name, by which people may tell their browsers apart. */
    public String service() {
        return endpoint.getHost();
    }

    /** The address is a secret: who knows it can disturb. */
    @Override
    public String toString() {
        return "subscription " + id;
    }
}
