package org.townloop.launch.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of a data folder that cannot be made again. Whatever is not known to be of this machine only is kept, so
 * that a folder of a module to come is not forgotten.
 */
final class KeptFiles {

    static final String KEYS = "keys";

    private static final String DRAFT = ".draft";

    /** PostgreSQL and its access, the index, the marks and locks of running programs. */
    private static final Set<String> OF_THIS_MACHINE = Set.of(
            "postgres",
            "postgres.new",
            "postgres-binaries",
            "postgres-access.properties",
            "postgres-access.properties.new",
            "postgres.log",
            "postgres.lock",
            "index",
            StagedFiles.FOLDER,
            "demo",
            "town");

    private KeptFiles() {}

    /** Those but the keys, sorted by path. */
    static List<Path> in(Path data) throws IOException {
        return all(data).stream()
                .filter(file -> !first(data, file).equals(KEYS))
                .toList();
    }

    /** The keys, sorted by path. */
    static List<Path> keysIn(Path data) throws IOException {
        return all(data).stream().filter(file -> first(data, file).equals(KEYS)).toList();
    }

    /** Below the folder, with slashes. */
    static String name(Path data, Path file) {
        return data.relativize(file).toString().replace('\\', '/');
    }

    private static List<Path> all(Path data) throws IOException {
        var files = new TreeSet<Path>();
        if (Files.isDirectory(data)) {
            Files.walkFileTree(data, new Listing(data, files));
        }
        return List.copyOf(files);
    }

    /** The town is at work: what goes away while it is listed is not there. */
    private static final class Listing extends SimpleFileVisitor<Path> {

        private final Path data;
        private final Set<Path> files;

        Listing(Path data, Set<Path> files) {
            this.data = data;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isOfThisMachine(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isOfThisMachine(file) && !isDraft(file)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException || isOfThisMachine(file)) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private boolean isOfThisMachine(Path path) {
            return data.equals(path.getParent())
                    && OF_THIS_MACHINE.contains(path.getFileName().toString());
        }

        /** Half of what gets a name of its own once it is whole. */
        private static boolean isDraft(Path file) {
            return file.getFileName().toString().endsWith(DRAFT);
        }
    }

    private static String first(Path data, Path file) {
        return data.relativize(file).getName(0).toString();
    }
}
