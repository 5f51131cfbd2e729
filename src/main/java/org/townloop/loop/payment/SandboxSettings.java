package org.townloop.loop.payment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sandbox gateway is reached.
 *
 * @param url where its API is; empty: at this server's own port
 * @param webhookUrl where it reaches us; empty: at this server's own port
 * @param account a file with our {@code merchant}, {@code key} and {@code webhookSecret} there; empty: the one in the
 *     data folder
 * @param timeout how long a call may take before we stop waiting for its answer
 */
@ConfigurationProperties("townloop.payment.sandbox")
record SandboxSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String webhookUrl,
        @DefaultValue("") String account,
        @DefaultValue("4s") Duration timeout) {}
