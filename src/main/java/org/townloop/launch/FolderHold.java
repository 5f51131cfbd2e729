package org.townloop.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Marks a data folder as a demo's and keeps a second demo out of it. The lock is the operating system's: it ends with
 * the process, however that ends.
 */
final class FolderHold implements AutoCloseable {

    private static final String MARK = "demo";
    /** Far behind the text, which stays readable where locks forbid reading. */
    private static final long LOCKED_BYTE = 1 << 20;

    private final FileChannel file;

    private FolderHold(FileChannel file) {
        this.file = file;
    }

    /**
     * Marks and locks the folder.
     *
     * @return what must be kept as long as the folder is used: once it is forgotten, the lock is gone
     * @throws StartRefused if another demo works on the folder, or it cannot be written to
     */
    static FolderHold asDemo(Path data) {
        var mark = data.resolve(MARK);
        try {
            Files.createDirectories(data);
            var file = FileChannel.open(
                    mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            if (file.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw new StartRefused("The data folder " + data + " is in use by another demo (process "
                        + Files.readString(mark).strip()
                        + "). Stop that one, or choose another folder: TOWNLOOP_DATA=….");
            }
            file.truncate(0)
                    .write(ByteBuffer.wrap(
                            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new FolderHold(file);
        } catch (IOException e) {
            throw new StartRefused("The data folder " + data + " cannot be used: " + e, e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
