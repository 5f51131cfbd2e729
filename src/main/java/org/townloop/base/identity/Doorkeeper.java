package org.townloop.base.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Refusal;

/** How often anybody may knock, by contact, by address and in all. */
@Component
class Doorkeeper {

    private static final Limit TO_CONTACT = Limit.inTenMinutesAndADay("codes-to-contact", 3, 10);
    private static final int NETWORK_BYTES = 8;

    private final Throttle throttle;
    private final Limit codesFromAddress;
    private final Limit triesFromAddress;
    private final Limit codesInAll;

    Doorkeeper(
            Throttle throttle,
            @Value("${townloop.sign-in.codes-from-address}") int codesFromAddress,
            @Value("${townloop.sign-in.tries-from-address}") int triesFromAddress,
            @Value("${townloop.sign-in.codes-in-all}") int codesInAll) {
        this.throttle = throttle;
        this.codesFromAddress = Limit.inTenMinutes("codes-from-address", codesFromAddress);
        this.triesFromAddress = Limit.inTenMinutes("tries-from-address", triesFromAddress);
        this.codesInAll = Limit.inTenMinutes("codes-in-all", codesInAll);
    }

    /** @return why no code is sent now, if so */
    Optional<Refusal> code(Contact to, Knock knock) {
        return throttle.take(codesFromAddress, network(knock.address()))
                .or(() -> throttle.take(TO_CONTACT, to.kind() + to.value()))
                .or(() -> throttle.take(codesInAll, ""))
                .map(again -> refusal(SignInReason.CODES_TOO_OFTEN, again));
    }

    /** @return why nothing is tried now, if so */
    Optional<Refusal> attempt(Knock knock) {
        return throttle.take(triesFromAddress, network(knock.address()))
                .map(again -> refusal(SignInReason.TRIES_TOO_OFTEN, again));
    }

    private static Refusal refusal(Reason reason, Instant again) {
        return new Refusal(reason, null, Map.of("again", again));
    }

    /** Who has an address of version 6 has at least 2⁶⁴ of them: what counts is the network. */
    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
