package org.townloop.surface.sandbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.townloop.base.kernel.Money;

/**
 * How the peer behaves.
 *
 * @param publicUrl where a payer's browser reaches it; empty: where the API call came in
 * @param late how long a late capture takes
 * @param silence how long a call that "times out" keeps its caller waiting
 * @param webhookDelay from a capture to the first webhook that tells of it
 * @param feeBasisPoints what it keeps of each payment for itself, in hundredths of a percent
 * @param answerWithin how long a merchant may answer to a payer's objection
 * @param twiceEvery one in so many webhooks is sent twice; 0: none
 */
@ConfigurationProperties("townloop.sandbox")
record PeerSettings(
        @DefaultValue("") String publicUrl,
        @DefaultValue("11m") Duration late,
        @DefaultValue("6s") Duration silence,
        @DefaultValue("0s") Duration webhookDelay,
        @DefaultValue("60") int feeBasisPoints,
        @DefaultValue("7d") Duration answerWithin,
        @DefaultValue("3") int twiceEvery) {

    /** To the nearest minor unit, half a unit upwards. */
    long feeOf(Money amount) {
        var minor = amount.minor();
        return minor / 10_000 * feeBasisPoints + (minor % 10_000 * feeBasisPoints + 5_000) / 10_000;
    }

    /** Of what goes back, rounded down: in however many parts, no more is given back than was kept. */
    long feeBackOf(Money amount) {
        return amount.basisPoints(feeBasisPoints).minor();
    }
}
