package org.townloop.launch.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** A disk that a test can fill to its last byte. */
public final class SmallDisk implements Closeable {

    static final Path BINARIES = Path.of("target", "postgres-binaries");

    /** Small enough for it. */
    static final Settings SETTINGS = Settings.usual()
            .with(Map.of("shared_buffers", "32MB", "max_wal_size", "64MB", "min_wal_size", "32MB", "fsync", "off"));

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Whether this machine lets us have one: for that one must be root, and not too well confined. */
    public static boolean canBeHad() throws IOException {
        try (var disk = mounted(1)) {
            return Files.exists(disk.folder);
        } catch (IOException e) {
            return false;
        }
    }

    static SmallDisk mounted(int megabytes) throws IOException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "small-disks")), "disk-")
                .toRealPath();
        run("mount", "-t", "tmpfs", "-o", "mode=755,size=" + megabytes + "m", "small", folder.toString());
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Leaves not a byte. */
    public void fill() throws IOException {
        var block = new byte[1 << 16];
        try (var file = Files.newOutputStream(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int size = block.length; size > 0; size /= 2) {
                writeAll(file, block, size);
            }
        }
    }

    public void makeRoom() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static void writeAll(OutputStream file, byte[] block, int size) {
        try {
            while (true) {
                file.write(block, 0, size);
            }
        } catch (IOException e) {
            // so large a piece does not fit any more
        }
    }

    @Override
    public void close() throws IOException {
        run("umount", "-l", folder.toString());
        Files.delete(folder);
    }

    private static void run(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IOException(List.of(command) + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
