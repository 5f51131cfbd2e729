package org.townloop.launch.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several processes may work on one data folder: the first starts PostgreSQL, the last stops it, and only one at a
 * time does either. The locks are the operating system's, so that a killed process holds none.
 */
final class SharedUse implements AutoCloseable {

    private static final long TURN = 0;
    private static final long USE = 1;

    private final FileChannel file;
    private @Nullable FileLock use;

    SharedUse(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new PostgresFailure("The data folder cannot be written to: " + e.getMessage(), e);
        }
    }

    /** Does the work while no other process does such work. */
    synchronized <T> T inTurn(Supplier<T> work) {
        try (var turn = file.lock(TURN, 1, false)) {
            return work.get();
        } catch (IOException e) {
            throw new PostgresFailure("The data folder cannot be locked: " + e.getMessage(), e);
        }
    }

    /** From now on the others know that this process uses PostgreSQL. */
    void begin() throws IOException {
        use = file.lock(USE, 1, true);
    }

    /** Ends the use and says whether nobody else is left. */
    boolean endsAsTheLast() throws IOException {
        if (use != null) {
            use.release();
        }
        try (var alone = file.tryLock(USE, 1, false)) {
            return alone != null;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
