package org.townloop.base.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.DataFolder;
import org.townloop.base.kernel.Disk;

/** Pictures in the data folder: {@code media/ab/abcd….card.jpg}. A file is there whole or not at all. */
@Component
class DiskStore implements PictureStore {

    private static final String DRAFT = ".draft";

    private final Path folder;

    DiskStore(DataFolder data) {
        this.folder = data.media();
    }

    @Override
    public void put(PictureId id, PictureSize size, byte[] jpeg) {
        var file = file(id, size);
        try {
            Files.createDirectories(file.getParent());
            var draft = Files.createTempFile(file.getParent(), ".", DRAFT);
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(jpeg));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Disk.syncName(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<byte[]> get(PictureId id, PictureSize size) {
        try {
            return Optional.of(Files.readAllBytes(file(id, size)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean has(PictureId id, PictureSize size) {
        try {
            return Files.readAttributes(file(id, size), BasicFileAttributes.class)
                    .isRegularFile();
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(PictureId id) {
        try {
            for (var size : PictureSize.values()) {
                Files.deleteIfExists(file(id, size));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void before(Instant moment, Consumer<List<PictureId>> batch) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var shelves = Files.list(folder)) {
            for (var shelf : shelves.filter(Files::isDirectory).toList()) {
                batch.accept(List.copyOf(before(moment, shelf)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HashSet<PictureId> before(Instant moment, Path shelf) throws IOException {
        var old = new HashSet<PictureId>();
        try (var files = Files.list(shelf)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (!isBefore(moment, file)) {
                    continue;
                }
                if (name.endsWith(DRAFT)) {
                    Files.deleteIfExists(file);
                } else {
                    PictureId.of(name.replaceFirst("[.].*", "")).ifPresent(old::add);
                }
            }
        }
        return old;
    }

    private static boolean isBefore(Instant moment, Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (IOException e) {
            return false; // just taken away by somebody else, or not to be read: no reason to leave all others
        }
    }

    /** An id is hexadecimal digits and nothing else: it leads nowhere but into this folder. */
    private Path file(PictureId id, PictureSize size) {
        return folder.resolve(id.value().substring(0, 2)).resolve(id.value() + "." + size.code() + ".jpg");
    }
}
