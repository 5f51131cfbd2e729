package org.townloop.base.kernel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** What must not be lost when the power goes has to be on the disk, not on its way there. */
public final class Disk {

    private Disk() {}

    /** Returns once the disk has the file's content; of a folder, the names in it. */
    public static void sync(Path path) throws IOException {
        try (var channel =
                FileChannel.open(path, Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Returns once the disk has the file's name, which is in its folder. */
    public static void syncName(Path file) throws IOException {
        sync(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file in a folder"));
    }
}
