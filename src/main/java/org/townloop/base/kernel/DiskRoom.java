package org.townloop.base.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether the disk of the data folder has room for more. The last of it is left to the database, which needs some to go on
 * reading: for its log, and for a connection that is new.
 */
@Component
public class DiskRoom {

    private static final Logger LOG = LoggerFactory.getLogger(DiskRoom.class);
    private static final long LEFT_BYTES = 64L << 20;
    private static final long LOOK_NANOS = Duration.ofMillis(500).toNanos();

    private final DataFolder data;
    private volatile long lookedAt;
    private volatile boolean isShort;

    DiskRoom(DataFolder data) {
        this.data = data;
        look(System.nanoTime());
    }

    /** Whether nothing should be written now, as of half a second ago at most. */
    public boolean isShort() {
        var now = System.nanoTime();
        if (now - lookedAt > LOOK_NANOS) {
            look(now);
        }
        return isShort;
    }

    private synchronized void look(long now) {
        if (lookedAt > now) {
            return;
        }
        var found = freeBytes() < LEFT_BYTES;
        if (found != isShort) {
            LOG.warn(found ? "The disk is all but full: nothing is written" : "The disk has room again");
        }
        isShort = found;
        lookedAt = now;
    }

    /** What cannot be asked is not full: whoever writes finds out. */
    private long freeBytes() {
        try {
            return Files.getFileStore(data.path()).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
