package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.supply.offer.Offers;

/** A guest's screen before the camera: the picture itself is decoded, with no network, by the reader that we serve. */
@NeedsBrowser
@TownTest
class CameraBrowserTests {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int QUIET = 4;

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    @TempDir
    Path folder;

    private SalonDay day;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        day = SalonDay.open(port, offers);
    }

    @Test
    void aCodeBeforeTheCameraIsReadWithNoNetwork() throws IOException {
        var order = day.paid(SalonDay.AT_THREE);
        var film = folder.resolve("screen.y4m");
        film(day.token(order), film);
        try (var chromium = Chromium.launch(
                        "--use-fake-ui-for-media-stream",
                        "--use-fake-device-for-media-stream",
                        "--use-file-for-fake-video-capture=" + film);
                var counter = CounterDevice.enrolled(
                        Telephone.with(chromium.browser(), port, Duration.ZERO), day, "Camera")) {
            counter.cutNetwork();
            counter.page().locator(".scan-now").click();
            assertThat(counter.light()).isEqualTo("good");
            assertThat(counter.verdict()).contains("Good. Lin, 15:00");
            assertThat(counter.page().locator(".camera").count()).isZero();
            counter.sync();
            day.client().order(day.guest(), order, "SETTLED");
        }
    }

    /** A still film in YUV4MPEG2: a header, then for each picture its brightness and two planes of no colour. */
    private static void film(String text, Path file) throws IOException {
        var picture = picture(QrCode.encodeText(text, QrCode.Ecc.LOW));
        var grey = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(grey, (byte) 128);
        try (OutputStream film = Files.newOutputStream(file)) {
            film.write("YUV4MPEG2 W%d H%d F10:1 Ip C420jpeg\n"
                    .formatted(WIDTH, HEIGHT)
                    .getBytes(StandardCharsets.US_ASCII));
            for (int frame = 0; frame < 10; frame++) {
                film.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                film.write(picture);
                film.write(grey);
            }
        }
    }

    private static byte[] picture(QrCode code) {
        var modules = code.size + 2 * QUIET;
        var scale = HEIGHT / modules;
        var left = (WIDTH - modules * scale) / 2;
        var picture = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                var dark = x >= left && code.getModule((x - left) / scale - QUIET, y / scale - QUIET);
                picture[y * WIDTH + x] = (byte) (dark ? 20 : 235);
            }
        }
        return picture;
    }
}
