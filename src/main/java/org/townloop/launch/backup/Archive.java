package org.townloop.launch.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.townloop.launch.backup.Manifest.StoredFile;
import org.townloop.launch.backup.Manifest.Table;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that is being read. */
public final class Archive implements AutoCloseable {

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws BackupRefused if this is no backup, half of one, or of a form that this program does not know */
    public static Archive open(Path file) {
        try {
            var zip = new ZipFile(file.toFile());
            try {
                return new Archive(file, zip, manifest(file, zip));
            } catch (RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new BackupRefused(file + " is no backup, or was cut off: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new BackupRefused(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * Reads all of it and compares it with its manifest.
     *
     * @return what differs, each named in a sentence; empty if the archive is what was written
     */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        var known = new HashSet<>(List.of(Manifest.NAME, Sealed.ENTRY));
        for (var table : manifest.tables()) {
            known.add(table.entry());
            check(table, faults);
        }
        for (var stored : manifest.files()) {
            known.add(stored.entry());
            check(stored, faults);
        }
        if (manifest.keys() && zip.getEntry(Sealed.ENTRY) == null) {
            faults.add("The keys are missing.");
        }
        zip.stream()
                .map(entry -> entry.getName())
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(name + " does not belong in it."));
        return List.copyOf(faults);
    }

    /** @throws BackupRefused naming all that differs from what was written */
    public void requireWhole() {
        var faults = faults();
        if (!faults.isEmpty()) {
            throw new BackupRefused(file + " is not what was written when the backup was made; nothing is restored from"
                    + " it:\n  - " + String.join("\n  - ", faults));
        }
    }

    InputStream entry(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new BackupRefused(file + " has no " + name);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** In the text format of COPY a line break within a value is written as two letters: lines are rows. */
    private void check(Table table, List<String> faults) {
        var read = read(table.entry());
        if (read == null) {
            faults.add("Table " + table.name() + " is missing or cannot be read.");
        } else if (read.lines() != table.rows()) {
            faults.add("Table %s has %,d rows; %,d were written.".formatted(table.name(), read.lines(), table.rows()));
        } else if (!read.sha256().equals(table.sha256())) {
            faults.add("Table " + table.name() + " has rows that were altered.");
        }
    }

    private void check(StoredFile stored, List<String> faults) {
        var read = read(stored.entry());
        if (read == null) {
            faults.add("File " + stored.path() + " is missing or cannot be read.");
        } else if (!read.sha256().equals(stored.sha256())) {
            faults.add("File " + stored.path() + " was altered.");
        }
    }

    private record Read(long lines, String sha256) {}

    private @org.jspecify.annotations.Nullable Read read(String name) {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        var digest = new Digest();
        var buffer = new byte[1 << 16];
        long lines = 0;
        try (var in = digest.of(zip.getInputStream(entry))) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                for (int i = 0; i < length; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        } catch (IOException e) {
            return null;
        }
        return new Read(lines, digest.hex());
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new BackupRefused(file + " is no backup of a town: it has no " + Manifest.NAME + ".");
        }
        try (var in = zip.getInputStream(entry)) {
            var manifest = JsonMapper.shared().readValue(in, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new BackupRefused(file + " was written by a newer program, Townloop " + manifest.program()
                        + ": restore it with that one.");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new BackupRefused(file + ": its manifest cannot be read", e);
        }
    }
}
