package org.townloop.base.media;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Exif data of a picture, of which only the orientation is read; nothing of it is kept. Where it stands: in
 * JPEG in a segment APP1 (CIPA DC-008, section 4.7.2), in PNG in a chunk eXIf (PNG third edition, 11.3.3.5), in WebP in
 * a chunk EXIF (RFC 9649, section 2.7.1.5).
 */
final class ExifBlock {

    private static final byte[] START = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int JPEG_APP1 = 0xE1;
    private static final int JPEG_SCAN = 0xDA;

    private ExifBlock() {}

    /** With the six bytes that introduce it in a JPEG; empty if there is none or the file is cut. */
    static Optional<byte[]> of(PictureKind kind, byte[] file) {
        try {
            return Optional.ofNullable(
                    switch (kind) {
                        case JPEG -> inJpeg(ByteBuffer.wrap(file));
                        case PNG -> inChunks(ByteBuffer.wrap(file).position(8), ByteOrder.BIG_ENDIAN, "eXIf");
                        case WEBP -> inChunks(ByteBuffer.wrap(file).position(12), ByteOrder.LITTLE_ENDIAN, "EXIF");
                    });
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static byte @Nullable [] inJpeg(ByteBuffer file) {
        file.position(2);
        while (file.remaining() > 4) {
            var marker = file.getShort() & 0xFF;
            var length = (file.getShort() & 0xFFFF) - 2;
            if (marker == JPEG_SCAN) {
                return null;
            }
            var segment = bytes(file, length);
            if (marker == JPEG_APP1 && Arrays.equals(segment, 0, Math.min(6, length), START, 0, 6)) {
                return segment;
            }
        }
        return null;
    }

    /** A PNG's chunk has its length before its name and a checksum behind; a WebP's is padded to even length. */
    private static byte @Nullable [] inChunks(ByteBuffer file, ByteOrder order, String wanted) {
        file.order(order);
        var png = order == ByteOrder.BIG_ENDIAN;
        while (file.remaining() > 8) {
            var length = png ? file.getInt() : 0;
            var name = new String(bytes(file, 4), StandardCharsets.ISO_8859_1);
            length = png ? length : file.getInt();
            if (name.equals(wanted)) {
                return introduced(bytes(file, length));
            }
            file.position(Math.addExact(file.position(), png ? length + 4 : length + (length & 1)));
        }
        return null;
    }

    private static byte[] introduced(byte[] block) {
        if (block.length >= 6 && Arrays.equals(block, 0, 6, START, 0, 6)) {
            return block;
        }
        return ByteBuffer.allocate(6 + block.length).put(START).put(block).array();
    }

    private static byte[] bytes(ByteBuffer file, int length) {
        if (length < 0 || length > file.remaining()) {
            throw new IllegalArgumentException("a chunk of " + length + " bytes in " + file.remaining());
        }
        var bytes = new byte[length];
        file.get(bytes);
        return bytes;
    }
}
