package org.townloop.launch.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.util.FileSystemUtils;
import org.townloop.base.kernel.Disk;

/**
 * Files on their way into a data folder: written in a folder beside their places, on the same disk, then moved. Whatever
 * was moved is taken away again at the end, unless it was said to be kept; and by the next restore, if the machine
 * stopped before the end.
 */
final class StagedFiles implements AutoCloseable {

    /** Left behind by a machine that stopped in between; it is no part of a town. */
    static final String FOLDER = "restore.part";

    private final Path data;
    private final Path part;
    private final Path stage;
    private boolean kept;

    StagedFiles(Path data) throws IOException {
        this.data = data.normalize();
        this.part = this.data.resolve(FOLDER);
        this.stage = part.resolve("files");
        FileSystemUtils.deleteRecursively(part);
        Files.createDirectories(stage);
    }

    /** Where they wait; what else is written there is moved with them. */
    Path folder() {
        return stage;
    }

    /** @throws BackupRefused if its place would lie outside the data folder */
    void add(String path, InputStream content) throws IOException {
        try (var file = FileChannel.open(place(path), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(file));
            file.force(true);
        }
    }

    /** The same, readable by its owner only. */
    void addSecret(String path, byte[] content) throws IOException {
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var file = FileChannel.open(place(path), options, onlyOwner)) {
            file.write(ByteBuffer.wrap(content));
            file.force(true);
        }
    }

    /**
     * Puts all of them into their places, none of which may be taken, and returns once the disk has them there.
     *
     * @param restore the restore that does it, by which {@link MovedFiles} knows it again
     */
    void move(String restore) throws IOException {
        var names = names();
        MovedFiles.note(part, restore, names);
        var folders = new TreeSet<Path>();
        for (var name : names) {
            var place = data.resolve(name);
            Files.createDirectories(place.getParent());
            Files.move(stage.resolve(name), place);
            for (var folder = place.getParent();
                    folder != null && folder.startsWith(data);
                    folder = folder.getParent()) {
                folders.add(folder);
            }
        }
        for (var folder : folders) {
            Disk.sync(folder);
        }
    }

    void keep() {
        kept = true;
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            MovedFiles.takeAway(data);
        }
        FileSystemUtils.deleteRecursively(part);
    }

    private List<Path> names() throws IOException {
        try (var all = Files.walk(stage)) {
            return all.filter(Files::isRegularFile)
                    .map(stage::relativize)
                    .sorted()
                    .toList();
        }
    }

    private Path place(String path) throws IOException {
        var file = stage.resolve(path).normalize();
        if (!file.startsWith(stage) || !data.resolve(path).normalize().startsWith(data)) {
            throw new BackupRefused("The backup would write outside the data folder: " + path);
        }
        Files.createDirectories(file.getParent());
        return file;
    }
}
