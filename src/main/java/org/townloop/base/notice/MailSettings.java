package org.townloop.base.notice;

import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How e-mail leaves the town.
 *
 * @param host of the SMTP server; empty if there is none
 * @param from who writes: an address, or a name and an address in angle brackets
 * @param security how the connection is kept secret
 */
@ConfigurationProperties("townloop.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("starttls") Security security,
        @DefaultValue("10s") Duration timeout) {

    /** Said in the settings in lower case. */
    enum Security {
        STARTTLS,
        TLS,
        /** Only for a server on the same machine. */
        NONE;

        String protocol() {
            return this == TLS ? "smtps" : "smtp";
        }
    }

    MailSettings {
        if (!host.isBlank() && !from.contains("@")) {
            throw new IllegalArgumentException("townloop.mail.host is " + host.toLowerCase(Locale.ROOT)
                    + ", so townloop.mail.from must say who writes");
        }
    }

    /** Without the password, whoever prints it. */
    @Override
    public String toString() {
        return "mail by " + host + ":" + port;
    }
}
