package org.townloop.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Marks a data folder as a demo's or a town's, for good, and keeps a second program out of it. The lock is the operating
 * system's: it ends with the process, however that ends.
 */
final class FolderHold implements AutoCloseable {

    static final String DEMO = "demo";
    static final String TOWN = "town";

    /** Far behind the text, which stays readable where locks forbid reading. */
    private static final long LOCKED_BYTE = 1 << 20;

    private final FileChannel file;

    private FolderHold(FileChannel file) {
        this.file = file;
    }

    /**
     * Marks and locks the folder for a demo.
     *
     * @return what must be kept as long as the folder is used: once it is forgotten, the lock is gone
     * @throws StartRefused if it is a real town's, another demo works on it, or it cannot be written to
     */
    static FolderHold asDemo(Path data) {
        if (Files.exists(data.resolve(TOWN))) {
            throw new StartRefused("The data folder " + data
                    + " is that of a real town; a demo would found a made-up one in it. Choose another folder:"
                    + " TOWNLOOP_DATA=….");
        }
        return hold(data, DEMO);
    }

    /**
     * Marks and locks the folder for a real town.
     *
     * @return as of {@link #asDemo}
     * @throws StartRefused if it is a demo's, another program works on it, or it cannot be written to
     */
    static FolderHold asTown(Path data) {
        requireNoDemo(data);
        return hold(data, TOWN);
    }

    /** @throws StartRefused if the folder is a demo's */
    static void requireNoDemo(Path data) {
        if (Files.exists(data.resolve(DEMO))) {
            throw new StartRefused("The data folder " + data
                    + " is a demo's, with made-up people who sign in without a password. A real town starts in a"
                    + " folder of its own: TOWNLOOP_DATA=….");
        }
    }

    private static FolderHold hold(Path data, String what) {
        var mark = data.resolve(what);
        try {
            Files.createDirectories(data);
            var file = FileChannel.open(
                    mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            if (file.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw new StartRefused("The data folder " + data + " is in use by another " + what + " (process "
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
