package org.townloop.base.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;

/**
 * A file that somebody sent as a picture. What it may cost to decode is read from its header first; only the decoder of
 * its own kind ever sees it.
 */
record Upload(byte[] file) {

    /** What a camera of today writes, and then some. */
    static final int MOST_MEGABYTES = 15;

    private static final int SHORTEST_SIDE = 120;
    private static final int MEGA = 1_000_000;

    private record Dimensions(int width, int height) {}

    /** The picture as it is to be seen: upright, in sRGB, on white, about twice as large as the largest that is kept. */
    Outcome<BufferedImage> decoded() {
        if (file.length == 0) {
            return Outcome.refused(Refusal.of(PictureReason.PICTURE_MISSING, "picture"));
        }
        if (file.length > MOST_MEGABYTES * MEGA) {
            return Outcome.refused(
                    Refusal.of(PictureReason.PICTURE_TOO_LARGE, "picture", Map.of("max", MOST_MEGABYTES)));
        }
        return PictureKind.of(file)
                .map(this::decoded)
                .orElseGet(() -> Outcome.refused(Refusal.of(PictureReason.PICTURE_OF_NO_KNOWN_KIND, "picture")));
    }

    private Outcome<BufferedImage> decoded(PictureKind kind) {
        var reader = ImageIO.getImageReadersByFormatName(kind.format()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            var size = new Dimensions(reader.getWidth(0), reader.getHeight(0));
            var refusal = refusal(kind, size);
            return refusal == null
                    ? Outcome.done(upright(kind, onWhite(read(reader, size))))
                    : Outcome.refused(refusal);
        } catch (IOException | RuntimeException e) {
            // decoders throw whatever a file that lies leads them to
            return Outcome.refused(Refusal.of(PictureReason.PICTURE_BROKEN, "picture"));
        } finally {
            reader.dispose();
        }
    }

    private static @Nullable Refusal refusal(PictureKind kind, Dimensions size) {
        if ((long) size.width() * size.height() > (long) kind.mostMegapixels() * MEGA) {
            return Refusal.of(
                    PictureReason.PICTURE_HAS_TOO_MANY_PIXELS, "picture", Map.of("max", kind.mostMegapixels()));
        }
        return Math.min(size.width(), size.height()) < SHORTEST_SIDE
                ? Refusal.of(PictureReason.PICTURE_TOO_SMALL, "picture", Map.of("min", SHORTEST_SIDE))
                : null;
    }

    /** Every so-manieth pixel only, so that a large picture does not fill the memory. */
    private static BufferedImage read(ImageReader reader, Dimensions size) throws IOException {
        var wanted = 2 * PictureSize.PAGE.longest();
        var step = Math.max(1, Math.max(size.width(), size.height()) / wanted);
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private static BufferedImage onWhite(BufferedImage read) {
        var plain = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        var brush = plain.createGraphics();
        brush.drawImage(read, 0, 0, Color.WHITE, null);
        brush.dispose();
        return plain;
    }

    private BufferedImage upright(PictureKind kind, BufferedImage picture) {
        return orientation(kind)
                .map(orientation ->
                        ExifFilterUtils.getFilterForOrientation(orientation).apply(picture))
                .orElse(picture);
    }

    private Optional<Orientation> orientation(PictureKind kind) {
        try {
            return ExifBlock.of(kind, file).map(ExifUtils::getOrientationFromExif);
        } catch (RuntimeException e) {
            return Optional.empty(); // data that lies turns nothing
        }
    }
}
