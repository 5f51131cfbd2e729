package org.townloop.launch.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, packed in a jar for this platform and unpacked once. */
final class Binaries {

    private static final int EXECUTABLE = 0111;

    private Binaries() {}

    /**
     * Unpacks the programs unless they are there already.
     *
     * @param folder holds one folder for each build of PostgreSQL
     * @return the folder with {@code bin}, {@code lib} and {@code share}
     */
    static Path unpackedIn(Path folder) {
        var archive = archive();
        try {
            var home = folder.resolve(fingerprint(archive));
            if (!Files.isDirectory(home)) {
                unpack(archive, folder, home);
            }
            return home.toRealPath();
        } catch (IOException e) {
            throw new PostgresFailure("PostgreSQL could not be unpacked into " + folder + ": " + e, e);
        }
    }

    private static String archive() {
        var name = "/postgres-" + system() + "-" + processor() + ".txz";
        if (Binaries.class.getResource(name) == null) {
            throw new PostgresFailure("There is no PostgreSQL for this platform in the program (" + name
                    + "). Run one yourself and name it by TOWNLOOP_DB_URL.");
        }
        return name;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("win") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        var name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }

    /** What the jar says of its entry: cheaper than to read thirty megabytes at every start. */
    private static String fingerprint(String archive) throws IOException {
        var url = Objects.requireNonNull(Binaries.class.getResource(archive));
        if (!(url.openConnection() instanceof JarURLConnection jar)) {
            throw new PostgresFailure("PostgreSQL's programs do not lie in a jar: " + url);
        }
        jar.setUseCaches(false);
        try (var file = jar.getJarFile()) {
            var entry = jar.getJarEntry();
            return "%08x-%x".formatted(entry.getCrc(), entry.getSize());
        }
    }

    /** Unpacks beside the final place and moves at the end, so that half of it is never taken for the whole. */
    private static void unpack(String archive, Path folder, Path home) throws IOException {
        Files.createDirectories(folder);
        var half = Files.createTempDirectory(folder, "unpacking-");
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive), 1 << 16)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(tar, entry, half);
            }
        }
        half.toFile().setReadable(true, false);
        half.toFile().setExecutable(true, false);
        move(half, home);
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var path = entry.resolveIn(folder);
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & EXECUTABLE) != 0) {
            path.toFile().setExecutable(true, false);
        }
    }

    private static void move(Path half, Path home) throws IOException {
        try {
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            FileSystemUtils.deleteRecursively(half); // another process was faster
        }
    }

    private static InputStream open(String archive) {
        return Objects.requireNonNull(Binaries.class.getResourceAsStream(archive), archive);
    }
}
