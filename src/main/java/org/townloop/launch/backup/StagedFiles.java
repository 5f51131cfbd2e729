package org.townloop.launch.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/**
 * Files on their way into a data folder: written in a folder beside their places, on the same disk, then moved. Whatever
 * was moved is taken away again at the end, unless it was said to be kept.
 */
final class StagedFiles implements AutoCloseable {

    /** Left behind by a machine that stopped in between; it is no part of a town. */
    static final String FOLDER = "restore.part";

    private final Path data;
    private final Path stage;
    private final Set<Path> names = new LinkedHashSet<>();
    private final List<Path> moved = new ArrayList<>();
    private boolean kept;

    StagedFiles(Path data) throws IOException {
        this.data = data.normalize();
        this.stage = this.data.resolve(FOLDER);
        FileSystemUtils.deleteRecursively(stage);
    }

    /** @throws BackupRefused if its place would lie outside the data folder */
    void add(String path, InputStream content) throws IOException {
        Files.copy(content, place(path));
    }

    /** The same, readable by its owner only. */
    void addSecret(String path, byte[] content) throws IOException {
        var file = place(path);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, content);
    }

    /** Puts all of them into their places, none of which may be taken. */
    void move() throws IOException {
        for (var name : names) {
            var place = data.resolve(name);
            Files.createDirectories(place.getParent());
            Files.move(stage.resolve(name), place);
            moved.add(place);
        }
    }

    void keep() {
        kept = true;
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(stage);
        if (!kept) {
            for (var place : moved) {
                Files.deleteIfExists(place);
            }
        }
    }

    private Path place(String path) throws IOException {
        var file = stage.resolve(path).normalize();
        if (!file.startsWith(stage) || !data.resolve(path).normalize().startsWith(data)) {
            throw new BackupRefused("The backup would write outside the data folder: " + path);
        }
        Files.createDirectories(file.getParent());
        names.add(stage.relativize(file));
        return file;
    }
}
