package org.townloop.base.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A small file that only its owner may read, and that is there whole or not at all: a crash in the middle leaves no half
 * of a key, and of two processes that make it at once the first one's counts. What a crash leaves besides ends in
 * {@code .draft}, and is cleared away by whoever asks for the file next.
 */
public final class SecretFile {

    private static final String DRAFT = ".draft";

    /** Gives a file a second name, which must be free. */
    interface Links {
        void link(Path name, Path file) throws IOException;
    }

    private SecretFile() {}

    /**
     * Writes it where there is none, and returns once the disk has it.
     *
     * @return whether it was made now
     */
    public static boolean make(Path file, Supplier<byte[]> content) throws IOException {
        return make(file, content, Files::createLink);
    }

    static boolean make(Path file, Supplier<byte[]> content, Links links) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file in a folder");
        Files.createDirectories(folder);
        var made = !Files.exists(file) && make(folder, file, content.get(), links);
        clearDrafts(folder, file); // of use to nobody, now that the file is there
        return made;
    }

    private static boolean make(Path folder, Path file, byte[] content, Links links) throws IOException {
        var draft = Files.createTempFile(folder, file.getFileName() + ".", DRAFT);
        try {
            protect(draft);
            write(draft, content);
            if (!give(draft, file, links)) {
                return false;
            }
            Disk.syncName(file);
            return true;
        } catch (NoSuchFileException e) {
            if (Files.exists(file)) {
                return false; // whoever was first has cleared this draft away
            }
            throw e;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** A rename would silently replace what another process has made; where there are no links, a lock keeps it out. */
    private static boolean give(Path draft, Path file, Links links) throws IOException {
        try {
            links.link(file, draft);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (FileSystemException | UnsupportedOperationException e) {
            return rename(draft, file);
        }
    }

    /** The lock is deleted only when the file is there, which is all that whoever comes later needs to see. */
    private static synchronized boolean rename(Path draft, Path file) throws IOException {
        var lock = file.resolveSibling(file.getFileName() + ".lock" + DRAFT);
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (!held.isValid() || Files.exists(file)) {
                return false;
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        }
    }

    private static void clearDrafts(Path folder, Path file) throws IOException {
        var name = file.getFileName() + ".";
        try (var all = Files.list(folder)) {
            for (var each : all.toList()) {
                var other = each.getFileName().toString();
                if (other.startsWith(name) && other.endsWith(DRAFT)) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    private static void protect(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
