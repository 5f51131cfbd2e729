package org.townloop.base.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenWebTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001:db8::1",
                "2001::1"
            })
    void privateMachinesAreNotGoneTo(String machine) throws Exception {
        assertThat(OpenWeb.isPublic(InetAddress.getByName(machine))).isFalse();
        var web = new OpenWeb(host -> new InetAddress[] {InetAddress.getByName(machine)});
        assertThatThrownBy(() -> web.of(URI.create("https://push.example/x"))).isInstanceOf(Reach.Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.0.1.1", "2606:4700::1111", "2400:3200::1"})
    void machinesOfTheOpenWebAre(String machine) throws Exception {
        assertThat(OpenWeb.isPublic(InetAddress.getByName(machine))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://push.example/x",
                "https://push.example:8443/x",
                "https://user@push.example/x",
                "https://push.example/x#y",
                "file:///etc/passwd",
                "https:///x",
                "ftp://push.example/"
            })
    void onlyTheUsualDoorIsKnockedAt(String address) {
        assertThat(OpenWeb.mayBe(URI.create(address))).isFalse();
    }

    @Test
    void aNameWithOnePrivateAddressAmongPublicOnesIsRefused() {
        var web = new OpenWeb(
                host -> new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("127.0.0.1")});
        assertThatThrownBy(() -> web.of(URI.create("https://push.example/x"))).isInstanceOf(Reach.Forbidden.class);
    }

    /** A name that means something else when it is asked for again is asked for once. */
    @Test
    void theMachineThatWasJudgedIsTheOneConnectedTo() throws IOException {
        var asked = new AtomicInteger();
        try (var here = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var reach = (Reach) address -> {
                if (asked.incrementAndGet() > 1) {
                    throw new AssertionError("asked again");
                }
                return here.getInetAddress();
            };
            var answer = Thread.ofVirtual().start(() -> {
                try (var visitor = here.accept()) {
                    visitor.getInputStream().read();
                    visitor.getOutputStream().write("HTTP/1.1 201 Created\r\n\r\n".getBytes());
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            var wire = new Wire(reach, Duration.ofSeconds(5));
            assertThat(wire.post(
                                    URI.create("http://no-such-name.invalid:" + here.getLocalPort() + "/p"),
                                    Map.of(),
                                    new byte[0])
                            .status())
                    .isEqualTo(201);
            answer.join();
        } catch (Reach.Forbidden | InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(asked).hasValue(1);
    }
}
