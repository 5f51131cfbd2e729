package org.townloop.base.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of files that are taken, known by their first bytes; what a file is called or says it is does not count. */
enum PictureKind {
    JPEG("jpeg", 40),
    PNG("png", 40),
    /** Its decoder has the whole picture in memory at once. */
    WEBP("webp", 20);

    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final String format;
    private final int mostMegapixels;

    PictureKind(String format, int mostMegapixels) {
        this.format = format;
        this.mostMegapixels = mostMegapixels;
    }

    String format() {
        return format;
    }

    int mostMegapixels() {
        return mostMegapixels;
    }

    static Optional<PictureKind> of(byte[] file) {
        if (startsWith(file, JPEG_START)) {
            return Optional.of(JPEG);
        }
        if (startsWith(file, PNG_START)) {
            return Optional.of(PNG);
        }
        return text(file, 0, 4).equals("RIFF") && text(file, 8, 12).equals("WEBP")
                ? Optional.of(WEBP)
                : Optional.empty();
    }

    private static boolean startsWith(byte[] file, byte[] start) {
        return file.length > start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }

    private static String text(byte[] file, int from, int to) {
        return file.length < to ? "" : new String(file, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
