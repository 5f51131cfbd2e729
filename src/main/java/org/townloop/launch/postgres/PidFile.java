package org.townloop.launch.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a postmaster writes about itself into {@code postmaster.pid}.
 *
 * @param port where it listens; 0 before it knows
 * @param ready whether it takes connections
 */
record PidFile(long pid, int port, boolean ready) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Of the postmaster that runs on the cluster, if one does; a file left by a dead one counts for nothing. */
    static Optional<PidFile> ofLiving(Path cluster) {
        return read(cluster).filter(file -> isPostmaster(file.pid()));
    }

    /**
     * Removes the file of a dead postmaster, which would keep a new one from starting as long as the number is in use.
     * A cluster that processes of the dead one still work on is guarded by its shared memory.
     */
    static void removeIfDead(Path cluster) {
        if (ofLiving(cluster).isEmpty()) {
            try {
                Files.deleteIfExists(file(cluster));
            } catch (IOException e) {
                throw new PostgresFailure(file(cluster) + " of a dead PostgreSQL could not be removed: " + e, e);
            }
        }
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    private static Optional<PidFile> read(Path cluster) {
        try {
            var lines = Files.readAllLines(file(cluster));
            return lines.isEmpty() ? Optional.empty() : Optional.of(parse(lines));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty(); // none, or half written
        } catch (IOException e) {
            throw new PostgresFailure(file(cluster) + " could not be read: " + e, e);
        }
    }

    private static PidFile parse(List<String> lines) {
        return new PidFile(
                Long.parseLong(lines.getFirst().strip()),
                lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0,
                lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready"));
    }

    /** A number may have gone to another program since, and a killed process may still await its burial. */
    private static boolean isPostmaster(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> !isZombie(pid))
                .filter(process -> process.info()
                        .command()
                        .map(command ->
                                Path.of(command).getFileName().toString().startsWith("postgres"))
                        .orElse(true))
                .isPresent();
    }

    private static boolean isZombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false; // no Linux, or gone: the other checks tell
        }
    }
}
