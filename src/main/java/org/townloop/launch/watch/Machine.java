package org.townloop.launch.watch;

import static org.townloop.launch.watch.Finding.care;
import static org.townloop.launch.watch.Finding.fault;
import static org.townloop.launch.watch.Finding.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What the doctor asks of the machine: Java, the folder, the disk, the clock. */
public final class Machine {

    private static final int JAVA = 25;
    private static final long SCARCE_BYTES = 2L << 30;
    private static final long TOO_LITTLE_BYTES = 512L << 20;
    /** No clock that is right is before this program was written. */
    private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path data;
    private final Clock clock;

    public Machine(Path data, Clock clock) {
        this.data = data.toAbsolutePath().normalize();
        this.clock = clock;
    }

    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        findings.add(java());
        findings.add(folder());
        findings.add(disk());
        findings.add(clock());
        findings.addAll(secrets());
        return findings;
    }

    private static Finding java() {
        var version = Runtime.version();
        return version.feature() == JAVA
                ? sound("Java " + version)
                : care("Java " + version + ", where " + JAVA + " was tried", "Install a JDK " + JAVA + ".");
    }

    private Finding folder() {
        if (!Files.isDirectory(data)) {
            return fault("There is no data folder " + data, "It is made at the first start; or mend TOWNLOOP_DATA.");
        }
        try {
            Files.delete(Files.createTempFile(data, "doctor", ".tmp"));
            return sound("Data folder " + data);
        } catch (IOException e) {
            return fault(
                    "The data folder " + data + " cannot be written to: " + e,
                    "Give it to whoever runs the town: chown -R townloop " + data);
        }
    }

    private Finding disk() {
        try {
            var existing = Stream.<Path>iterate(data, Objects::nonNull, Path::getParent)
                    .filter(Files::exists)
                    .findFirst()
                    .orElse(data);
            var free = Files.getFileStore(existing).getUsableSpace();
            var what = "%.1f GB free at %s".formatted(free / 1e9, existing);
            if (free < TOO_LITTLE_BYTES) {
                return fault(what, "PostgreSQL stops when the disk is full: make room now.");
            }
            return free < SCARCE_BYTES ? care(what, "Make room before it is full.") : sound(what);
        } catch (IOException e) {
            return fault("The disk of " + data + " cannot be asked: " + e, "Look at it with df.");
        }
    }

    private Finding clock() {
        var now = clock.instant();
        return now.isBefore(WRITTEN)
                ? fault("The clock says " + now, "Set it, and keep it right: timedatectl set-ntp true")
                : sound("Clock " + now);
    }

    private List<Finding> secrets() {
        var findings = new ArrayList<Finding>();
        for (var name : List.of("keys/voucher.key", "postgres-access.properties")) {
            var file = data.resolve(name);
            if (Files.exists(file)) {
                findings.add(secret(file));
            }
        }
        return findings;
    }

    private static Finding secret(Path file) {
        try {
            var open = Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
            return open
                    ? fault(file + " can be read by others", "chmod 600 " + file)
                    : sound(file.getFileName() + " is its owner's only");
        } catch (IOException | UnsupportedOperationException e) {
            return care("The rights of " + file + " cannot be read: " + e, "See to it that nobody else can read it.");
        }
    }

    /** A finding about two clocks that should agree. */
    static Finding agreement(String whose, Duration apart) {
        return apart.abs().compareTo(Duration.ofSeconds(5)) > 0
                ? fault(
                        "The clock of " + whose + " is " + apart.abs().toSeconds() + " s "
                                + (apart.isNegative() ? "behind" : "ahead of") + " this machine's",
                        "Set both by the network: timedatectl set-ntp true")
                : sound("The clock of " + whose + " agrees");
    }
}
