package org.townloop.base.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files as honest and as dishonest people send them. */
final class Crafted {

    static final String GPS = "30.2741N 119.7227E Canon of Lin";

    private Crafted() {}

    /** Red on the left, blue on the right. */
    static BufferedImage halves(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, width / 2, height);
        brush.setColor(Color.BLUE);
        brush.fillRect(width / 2, 0, width - width / 2, height);
        brush.dispose();
        return image;
    }

    static byte[] written(BufferedImage image, String format) {
        var output = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, output)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return output.toByteArray();
    }

    static byte[] jpeg(int width, int height) {
        return written(halves(width, height), "jpg");
    }

    /** As a telephone writes it: with an orientation, and where it was taken. */
    static byte[] jpegWithExif(int width, int height, int orientation) {
        var plain = jpeg(width, height);
        var exif = exif(orientation);
        return ByteBuffer.allocate(plain.length + exif.length + 4)
                .put(plain, 0, 2)
                .put((byte) 0xFF)
                .put((byte) 0xE1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    /** A PNG whose chunk eXIf says how it is turned. */
    static byte[] pngWithExif(int width, int height, int orientation) {
        var plain = written(halves(width, height), "png");
        var chunk = chunk("eXIf", Arrays.copyOfRange(exif(orientation), 6, exif(orientation).length));
        var afterHeader = 8 + 25;
        return ByteBuffer.allocate(plain.length + chunk.length)
                .put(plain, 0, afterHeader)
                .put(chunk)
                .put(plain, afterHeader, plain.length - afterHeader)
                .array();
    }

    /** Some hundred bytes that say they are a picture of so many pixels. */
    static byte[] pngBomb(int width, int height) {
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                chunk("IHDR", header),
                chunk("IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1}),
                chunk("IEND", new byte[0]));
    }

    /** A lossless WebP of one colour whose header says so many pixels: RFC 9649, section 3.4. */
    static byte[] webpHeader(int width, int height) {
        var bits = (width - 1) | (height - 1) << 14;
        var data = ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x2F)
                .putInt(bits);
        var riff = ByteBuffer.allocate(20 + 64).order(ByteOrder.LITTLE_ENDIAN);
        return riff.put(ascii("RIFF"))
                .putInt(12 + 64)
                .put(ascii("WEBPVP8L"))
                .putInt(64)
                .put(data.array())
                .array();
    }

    /** The same halves, 400 by 300, as a browser writes them. */
    static byte[] webp() {
        return Base64.getMimeDecoder().decode("""
            UklGRkoDAABXRUJQVlA4WAoAAAAgAAAAjwEAKwEASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABh
            Y3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB
            UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAA
            AAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9Y
            WVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM
            ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggXAEAADAgAJ0BKpABLAE+bTaZSaQjIqEhaACA
            DYlpbuF2sRsAB+AGmA/AD9VQAY5kyZMl5PmzZs2bNmzZs2bGcmAQIECBAgQIECAllo2bNmzZs2bNmzYNkTkLFixYsWLFixTWROQs
            WLFixYsWLFNZE5CxYsWLFixYsU1kTkLFixYsWLFixTWROQsWLFixYsWLFNZE5CxYsWLFixYsU1kTkLFixYsWLFixTWROQsWLFixY
            sWLFNZE5CxYsWLFixYsU1kTkLFixYsWLFixTWROQsWLFixYsWLFNZE5CxYsWLFixYsU1kTkLFixYsWLFixTWROQsWLFixYsWLFNZ
            E5CxYsWLFixYsU1kTkLFixTAAP7/cD3+RzBKoPRL+R1ooaf/+Pimdpj4/yn//6wlfsGsF5+jztybeFVqBa+KBDXL4U+BT4FPgU+B
            T4FPgU+BT4FPgU+BT4FPgU+BT4FPgUAAAA==
            """);
    }

    static byte[] joined(byte[]... parts) {
        var output = new ByteArrayOutputStream();
        for (var part : parts) {
            output.writeBytes(part);
        }
        return output.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Little-endian TIFF: one directory with the orientation and a comment that tells where and who. */
    private static byte[] exif(int orientation) {
        var words = ascii(GPS + "\0");
        var exif = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + words.length).order(ByteOrder.LITTLE_ENDIAN);
        exif.put(ascii("Exif\0\0")).put(ascii("II")).putShort((short) 42).putInt(8);
        exif.putShort((short) 2);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putShort((short) 0x010E).putShort((short) 2).putInt(words.length).putInt(8 + 2 + 24 + 4);
        exif.putInt(0).put(words);
        return exif.array();
    }

    private static byte[] chunk(String name, byte[] data) {
        var crc = new CRC32();
        crc.update(ascii(name));
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(ascii(name))
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }
}
