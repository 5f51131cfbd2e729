package org.townloop.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** An archive that somebody took apart and put together again. */
final class Repacked {

    interface Change {
        byte[] of(String name, byte[] bytes);
    }

    private Repacked() {}

    static Path of(Path archive, Path to, Change change) throws IOException {
        try (var from = new ZipFile(archive.toFile());
                var zip = new ZipOutputStream(Files.newOutputStream(to))) {
            for (var entry : from.stream().toList()) {
                var bytes = from.getInputStream(entry).readAllBytes();
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(change.of(entry.getName(), bytes));
            }
        }
        return to;
    }

    static Change withoutARow(String table) {
        return ofTable(table, (first, rest) -> rest);
    }

    static Change withADigitMore(String table) {
        return ofTable(table, (first, rest) -> grown(first) + rest);
    }

    /** With a digit more in an amount of the table, and a manifest that says so. */
    static Path forged(Path archive, Path to, String table) throws IOException {
        var sums = new AtomicReference<String[]>();
        return of(archive, to, (name, bytes) -> {
            if (name.equals("tables/" + table + ".copy")) {
                var altered = withADigitMore(table).of(name, bytes);
                sums.set(new String[] {sha256(bytes), sha256(altered)});
                return altered;
            }
            return name.equals("manifest.json")
                    ? text(bytes).replace(sums.get()[0], sums.get()[1]).getBytes(StandardCharsets.UTF_8)
                    : bytes;
        });
    }

    static boolean contains(Path archive, String text) throws IOException {
        try (var from = new ZipFile(archive.toFile())) {
            return from.stream().anyMatch(entry -> {
                try {
                    return text(from.getInputStream(entry).readAllBytes()).contains(text);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static Change ofTable(String table, BinaryOperator<String> change) {
        return (name, bytes) -> {
            if (!name.equals("tables/" + table + ".copy")) {
                return bytes;
            }
            var rows = text(bytes);
            var end = rows.indexOf('\n') + 1;
            return change.apply(rows.substring(0, end), rows.substring(end)).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** The amount stands before the currency. */
    private static String grown(String row) {
        return row.replaceFirst("\tCNY\t", "0\tCNY\t");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
