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
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.DataFolder;

/** Pictures in the data folder: {@code media/ab/abcd….card.jpg}. A file is there whole or not at all. */
@Component
class DiskStore implements PictureStore {

    private final Path folder;

    DiskStore(DataFolder data) {
        this.folder = data.media();
    }

    @Override
    public void put(PictureId id, PictureSize size, byte[] jpeg) {
        var file = file(id, size);
        try {
            Files.createDirectories(file.getParent());
            var draft = Files.createTempFile(file.getParent(), ".", ".draft");
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(jpeg));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
    public void remove(PictureId id) {
        try {
            for (var size : PictureSize.values()) {
                Files.deleteIfExists(file(id, size));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An id is hexadecimal digits and nothing else: it leads nowhere but into this folder. */
    private Path file(PictureId id, PictureSize size) {
        return folder.resolve(id.value().substring(0, 2)).resolve(id.value() + "." + size.code() + ".jpg");
    }
}
