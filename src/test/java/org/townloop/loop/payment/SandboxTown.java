package org.townloop.loop.payment;

import java.io.IOException;
import java.time.Duration;
import org.townloop.TestClock;
import org.townloop.TestTown;
import tools.jackson.databind.json.JsonMapper;

/** Payment on a database of its own, which reaches the sandbox gateway of a running program over HTTP only. */
final class SandboxTown implements AutoCloseable {

    final SandboxAccount account =
            SandboxAccount.read(TestTown.data().resolve("keys").resolve("sandbox-account.properties"));
    final Letterbox letterbox;
    final SandboxGateway gateway;
    final PaymentTown payment;
    private final TestClock gatewayClock;

    /**
     * @param gatewayUrl where the program is
     * @param gatewayClock its clock
     */
    SandboxTown(String gatewayUrl, TestClock gatewayClock) throws IOException {
        this.letterbox = Letterbox.open();
        this.gateway = gateway(gatewayUrl, account);
        this.payment = PaymentTown.with(gateway);
        this.gatewayClock = gatewayClock;
        payment.clock.set(gatewayClock.instant());
        letterbox.handTo(payment.webhooks::receive);
    }

    SandboxGateway gateway(String url, SandboxAccount as) {
        var json = JsonMapper.builder().build();
        var calls = new SandboxCalls(() -> url, () -> as, Duration.ofSeconds(10), json);
        return new SandboxGateway(calls, letterbox::url, () -> as, json);
    }

    /** Both clocks: a signature of another time would be refused. */
    void move(Duration by) {
        gatewayClock.move(by);
        payment.clock.move(by);
    }

    @Override
    public void close() {
        letterbox.close();
        payment.close();
    }
}
