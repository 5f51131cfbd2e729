package org.townloop.base.kernel.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The body of an answer (RFC 9112, section 6): in chunks, of a length that is said, or until the connection ends. */
final class Body {

    private static final int LONGEST_SIZE_LINE = 1024;
    private static final int BUFFER = 8192;

    private final InputStream stream;
    private final int most;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    Body(InputStream stream, int most) {
        this.stream = stream;
        this.most = most;
    }

    String read(Map<String, String> headers) throws IOException {
        var length = headers.getOrDefault("content-length", "");
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            chunks();
        } else if (length.matches("\\d{1,18}")) {
            exactly(Long.parseLong(length));
        } else {
            rest();
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    private void chunks() throws IOException {
        for (var size = chunk(); size > 0; size = chunk()) {
            exactly(size);
            Wire.line(stream, LONGEST_SIZE_LINE);
        }
    }

    private long chunk() throws IOException {
        var size = Wire.line(stream, LONGEST_SIZE_LINE).replaceFirst(";.*", "").strip();
        if (!size.matches("[0-9a-fA-F]{1,15}")) {
            throw new IOException("an answer in chunks without their sizes");
        }
        return Long.parseLong(size, 16);
    }

    private void exactly(long length) throws IOException {
        if (length > most - read.size()) {
            throw new Wire.TooLong(most);
        }
        var bytes = stream.readNBytes((int) length);
        if (bytes.length < length) {
            throw new IOException("an answer that breaks off");
        }
        read.writeBytes(bytes);
    }

    private void rest() throws IOException {
        var buffer = new byte[BUFFER];
        for (var count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
            if (count > most - read.size()) {
                throw new Wire.TooLong(most);
            }
            read.write(buffer, 0, count);
        }
    }
}
