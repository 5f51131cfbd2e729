package org.townloop.base.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.base.kernel.Outcome;

/** What becomes of files that are sent as pictures. No database, no Spring. */
class UploadTests {

    @Test
    void whereAPictureWasTakenIsNotKept() {
        var sent = Crafted.jpegWithExif(800, 600, 1);
        assertThat(text(sent))
                .as("the control: it was there")
                .contains(Crafted.GPS)
                .contains("Exif");
        for (var jpeg : developed(sent).sizes().values()) {
            assertThat(text(jpeg))
                    .doesNotContain(Crafted.GPS)
                    .doesNotContain("Exif")
                    .doesNotContain("http");
        }
    }

    @ParameterizedTest
    @MethodSource("turned")
    void aPictureStandsAsTheTelephoneWasHeld(byte[] sent, int width, int height, boolean redIsFirst) throws Exception {
        var kept = page(sent);
        assertThat(kept.getWidth()).isEqualTo(width);
        assertThat(kept.getHeight()).isEqualTo(height);
        var corner = new Color(kept.getRGB(20, 20));
        assertThat(corner.getRed() > corner.getBlue()).isEqualTo(redIsFirst);
    }

    static Stream<Arguments> turned() {
        return Stream.of(
                Arguments.of(Crafted.jpegWithExif(800, 600, 1), 800, 600, true),
                Arguments.of(Crafted.jpegWithExif(800, 600, 3), 800, 600, false), // upside down
                Arguments.of(Crafted.jpegWithExif(800, 600, 6), 600, 800, true), // a quarter to the right
                Arguments.of(Crafted.jpegWithExif(800, 600, 8), 600, 800, false), // a quarter to the left
                Arguments.of(Crafted.jpegWithExif(800, 600, 99), 800, 600, true),
                Arguments.of(Crafted.pngWithExif(800, 600, 6), 600, 800, true),
                Arguments.of(Crafted.webp(), 400, 300, true));
    }

    @Test
    void eachSizeFitsAndNoneIsEnlarged() throws Exception {
        var large = developed(Crafted.jpeg(4_000, 3_000));
        assertThat(longest(large, PictureSize.PAGE)).isEqualTo(1_600);
        assertThat(longest(large, PictureSize.CARD)).isEqualTo(720);
        var small = developed(Crafted.jpeg(300, 200));
        assertThat(longest(small, PictureSize.PAGE)).isEqualTo(300);
        assertThat(longest(small, PictureSize.CARD)).isEqualTo(300);
    }

    @Test
    void whatIsSeenThroughBecomesWhite() throws Exception {
        var kept = page(Crafted.written(new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB), "png"));
        assertThat(new Color(kept.getRGB(10, 10))).isEqualTo(Color.WHITE);
    }

    /** Ten gigabytes of pixels in some hundred bytes: refused by the header, before anything is decoded. */
    @Test
    void aPixelBombIsRefusedByItsHeader() {
        assertThat(refusal(Crafted.pngBomb(60_000, 60_000))).isEqualTo(PictureReason.PICTURE_HAS_TOO_MANY_PIXELS);
        assertThat(refusal(Crafted.pngBomb(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isIn(PictureReason.PICTURE_HAS_TOO_MANY_PIXELS, PictureReason.PICTURE_BROKEN);
        assertThat(refusal(Crafted.webpHeader(16_000, 16_000))).isEqualTo(PictureReason.PICTURE_HAS_TOO_MANY_PIXELS);
        assertThat(refusal(Crafted.pngBomb(300, 300)))
                .as("the control: small enough, it is decoded and found empty")
                .isEqualTo(PictureReason.PICTURE_BROKEN);
    }

    @Test
    void aPictureThatIsAlsoSomethingElseIsOnlyAPictureThen() {
        var script = Crafted.ascii("<script>alert(1)</script>PK\3\4 evil.jar");
        var sent = Crafted.joined(Crafted.jpeg(400, 300), script);
        assertThat(text(sent)).as("the control").contains("<script>");
        for (var jpeg : developed(sent).sizes().values()) {
            assertThat(text(jpeg)).doesNotContain("<script>").doesNotContain("PK\3\4");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg>&a;</svg>",
                "GIF89a/*<svg onload=alert(1)>*/=1;",
                "<html><script>alert(1)</script>",
                "%PDF-1.7",
                "BM",
                "RIFF1234AVI LIST",
                "\u00ff\u00d8",
                "x"
            })
    void whatIsNoPhotographIsRefused(String content) {
        assertThat(refusal(Crafted.ascii(content))).isEqualTo(PictureReason.PICTURE_OF_NO_KNOWN_KIND);
    }

    @Test
    void sizesThatCannotBeAreRefused() {
        assertThat(refusal(new byte[0])).isEqualTo(PictureReason.PICTURE_MISSING);
        assertThat(refusal(new byte[16_000_000])).isEqualTo(PictureReason.PICTURE_TOO_LARGE);
        assertThat(refusal(Crafted.jpeg(400, 60))).isEqualTo(PictureReason.PICTURE_TOO_SMALL);
    }

    /** Whatever is broken is refused with a sentence, or read as far as it goes; nothing else happens. */
    @Test
    void brokenFilesDoNoHarm() {
        var chance = new Random(35);
        for (var whole : new byte[][] {
            Crafted.jpegWithExif(400, 300, 6), Crafted.pngWithExif(400, 300, 6), Crafted.webpHeader(400, 300)
        }) {
            for (int round = 0; round < 150; round++) {
                var broken = Arrays.copyOf(whole, chance.nextInt(4, whole.length + 1));
                for (int flip = 0; flip < 6; flip++) {
                    broken[chance.nextInt(4, Math.max(5, broken.length)) % broken.length] = (byte) chance.nextInt(256);
                }
                assertThat(new Upload(broken).decoded()).isNotNull();
            }
        }
    }

    @Test
    void theSamePictureHasTheSameNameAndForOperatorsAnother() {
        var sent = Crafted.jpeg(400, 300);
        assertThat(developed(sent).id()).isEqualTo(developed(sent).id());
        assertThat(developed(sent).id())
                .isNotEqualTo(
                        done(new Darkroom().develop(sent, Audience.OPERATORS)).id());
    }

    private static BufferedImage page(byte[] sent) throws IOException {
        return read(developed(sent), PictureSize.PAGE);
    }

    private static BufferedImage read(Developed developed, PictureSize size) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(
                Objects.requireNonNull(developed.sizes().get(size))));
    }

    private static int longest(Developed developed, PictureSize size) throws IOException {
        var image = read(developed, size);
        return Math.max(image.getWidth(), image.getHeight());
    }

    private static Developed developed(byte[] sent) {
        return done(new Darkroom().develop(sent, Audience.EVERYBODY));
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static Object refusal(byte[] sent) {
        return switch (new Upload(sent).decoded()) {
            case Outcome.Done<?> done -> done;
            case Outcome.Refused<?>(var refusal) -> refusal.reason();
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
