package org.townloop.base.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A push service that sends a byte now and then, and never ends. */
class WireTest {

    private static final Duration PATIENCE = Duration.ofMillis(600);
    private static final Duration BETWEEN_DRIPS = Duration.ofMillis(50);

    private final CountDownLatch left = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private ServerSocket service;

    @BeforeEach
    void open() throws IOException {
        service = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::drip);
    }

    @AfterEach
    void close() throws IOException {
        over.countDown();
        service.close();
    }

    @Test
    void aDrippingServiceIsLeftAtTheDeadline() throws Exception {
        var wire = new Wire(address -> InetAddress.getLoopbackAddress(), PATIENCE);
        var began = System.nanoTime();
        assertThatThrownBy(() -> wire.post(address("http"), Map.of(), new byte[10]))
                .isInstanceOf(SocketTimeoutException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE.multipliedBy(8));
        assertThat(left.await(5, TimeUnit.SECONDS))
                .as("the connection is closed")
                .isTrue();
    }

    /** In the middle of a handshake as well, where no read of ours could look at the clock. */
    @Test
    void aDrippingHandshakeIsLeftToo() {
        var wire = new Wire(address -> InetAddress.getLoopbackAddress(), PATIENCE);
        assertThatThrownBy(() -> wire.post(address("https"), Map.of(), new byte[10]))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aNameThatIsLongInComingIsNotWaitedForEither() {
        var wire = new Wire(
                address -> {
                    try {
                        over.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return InetAddress.getLoopbackAddress();
                },
                PATIENCE);
        assertThatThrownBy(() -> wire.post(address("http"), Map.of(), new byte[10]))
                .isInstanceOf(SocketTimeoutException.class);
    }

    private URI address(String scheme) {
        return URI.create(scheme + "://localhost:" + service.getLocalPort() + "/push");
    }

    private void drip() {
        try (var visitor = service.accept()) {
            for (int i = 0; i < 2_000; i++) {
                visitor.getOutputStream().write(i == 0 ? "HTTP/1.1 201 Created\r\nX: ".getBytes() : new byte[] {'x'});
                visitor.getOutputStream().flush();
                over.await(BETWEEN_DRIPS.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (IOException e) {
            left.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
