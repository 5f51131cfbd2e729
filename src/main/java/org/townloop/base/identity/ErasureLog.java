package org.townloop.base.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that remembers who was erased, beside the database: a backup that is restored brings people back, this file
 * does not go back with it. One line for each: id, time, and whether their words stay. Lines are added, never changed.
 */
final class ErasureLog {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureLog.class);

    private final Path file;

    ErasureLog(Path file) {
        this.file = file;
    }

    /** All that it has; a line that cannot be read is left out and told. */
    List<Erasure> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var read = new ArrayList<Erasure>();
            for (var line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    parsed(line).ifPresentOrElse(read::add, () -> LOG.error("{} has an unreadable line", file));
                }
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds what it has not, and returns once the disk has it. */
    synchronized void add(Collection<Erasure> erasures) {
        var known = read().stream().map(Erasure::person).collect(Collectors.toSet());
        var lines = erasures.stream()
                .filter(erasure -> !known.contains(erasure.person()))
                .map(ErasureLog::line)
                .collect(Collectors.joining());
        if (!lines.isEmpty()) {
            append(lines);
        }
    }

    private void append(String lines) {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.position(channel.size());
            var text = endsInTheMiddle(channel) ? "\n" + lines : lines;
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A power cut may have left half a line. */
    private static boolean endsInTheMiddle(FileChannel channel) throws IOException {
        var last = ByteBuffer.allocate(1);
        return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
    }

    private static String line(Erasure erasure) {
        return erasure.person() + " " + erasure.at() + (erasure.keepsWords() ? " words-stay" : " words-go") + "\n";
    }

    private static Optional<Erasure> parsed(String line) {
        var parts = line.strip().split(" ");
        try {
            return parts.length == 3
                    ? Optional.of(new Erasure(
                            UUID.fromString(parts[0]), Instant.parse(parts[1]), parts[2].equals("words-stay")))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
