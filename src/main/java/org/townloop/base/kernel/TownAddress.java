package org.townloop.base.kernel;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where this town is found from outside ({@code townloop.url}); unless somebody says, on this machine. */
@Component
public class TownAddress {

    private final String url;
    private final Environment environment;

    /**
     * @param url scheme and host, or empty
     * @throws IllegalArgumentException if it is anything else
     */
    public TownAddress(@Value("${townloop.url:}") String url, Environment environment) {
        this.url = url.strip().replaceFirst("/+$", "");
        this.environment = environment;
        if (!this.url.isEmpty() && !this.url.matches("https?://[^/?#@\\s]+")) {
            throw new IllegalArgumentException("townloop.url is an address like https://town.example, not " + url);
        }
    }

    /** Whether somebody has said where it is found; until then each browser's own way here is as good as another. */
    public boolean isSaid() {
        return !url.isEmpty();
    }

    /** Scheme, host and port, as a browser names an origin: {@code https://town.example}. */
    public String origin() {
        return url.isEmpty() ? "http://localhost:" + port() : url;
    }

    /** The host alone. */
    public String host() {
        return URI.create(origin()).getHost();
    }

    public boolean isSecure() {
        return url.startsWith("https:");
    }

    /** @param path begins with a slash */
    public URI of(String path) {
        return URI.create(origin() + path);
    }

    /** The port that was taken, once one was. */
    private String port() {
        return environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }
}
