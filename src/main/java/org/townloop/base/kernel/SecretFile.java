package org.townloop.base.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * A small file that only its owner may read, and that is there whole or not at all: a crash in the middle leaves no half
 * of a key, and of two processes that make it at once the first one's counts.
 */
public final class SecretFile {

    private SecretFile() {}

    /**
     * Writes it where there is none, and returns once the disk has it.
     *
     * @return whether it was made now
     */
    public static boolean make(Path file, byte[] content) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file in a folder");
        Files.createDirectories(folder);
        var draft = Files.createTempFile(folder, file.getFileName() + ".", ".draft");
        try {
            protect(draft);
            write(draft, content);
            Files.createLink(file, draft); // a rename would silently replace what another process has made
            sync(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.deleteIfExists(draft);
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

    /** The name of the file is in the folder, which has to reach the disk too. */
    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
