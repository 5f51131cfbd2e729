package org.townloop.launch.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The files of a data folder that cannot be made again. Whatever is not known to be of this machine only is kept, so
 * that a folder of a module to come is not forgotten.
 */
final class KeptFiles {

    static final String KEYS = "keys";

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
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        try (var files = Files.walk(data, 1)) {
            return files.filter(top -> !top.equals(data))
                    .filter(top -> !OF_THIS_MACHINE.contains(top.getFileName().toString()))
                    .flatMap(top -> below(top).stream())
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> below(Path top) {
        try (var files = Files.walk(top)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String first(Path data, Path file) {
        return data.relativize(file).getName(0).toString();
    }
}
