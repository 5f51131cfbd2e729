package org.townloop.base.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import net.coobird.thumbnailator.Thumbnails;
import org.townloop.base.identity.PersonId;

/**
 * A picture as it is kept: JPEG in each size, written anew, so that nothing of the file that was sent is in it but what
 * is to be seen.
 */
record Developed(PictureId id, int width, int height, Map<PictureSize, byte[]> sizes) {

    static Developed of(BufferedImage picture, Audience audience) {
        var sizes = new EnumMap<PictureSize, byte[]>(PictureSize.class);
        for (var size : PictureSize.values()) {
            sizes.put(size, jpeg(picture, size));
        }
        var page = sizes.get(PictureSize.PAGE);
        return new Developed(
                id(page == null ? new byte[0] : page, audience), picture.getWidth(), picture.getHeight(), sizes);
    }

    private static byte[] jpeg(BufferedImage picture, PictureSize size) {
        var scale = Math.min(1.0, (double) size.longest() / Math.max(picture.getWidth(), picture.getHeight()));
        var output = new ByteArrayOutputStream();
        try {
            Thumbnails.of(picture)
                    .scale(scale)
                    .outputFormat("jpg")
                    .outputQuality(size.quality())
                    .toOutputStream(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return output.toByteArray();
    }

    /** The same under a name of its own: nobody learns that somebody else has sent the same picture. */
    Developed sentBy(PersonId person) {
        var both = id.value() + " " + person.value();
        return new Developed(new PictureId(hex(sha256().digest(both.getBytes(UTF_8)))), width, height, sizes);
    }

    /** What only operators see has another name than the same picture in public. */
    private static PictureId id(byte[] page, Audience audience) {
        var hash = sha256();
        hash.update((byte) audience.ordinal());
        return new PictureId(hex(hash.digest(page)));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
