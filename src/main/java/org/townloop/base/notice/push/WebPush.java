package org.townloop.base.notice.push;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.TownAddress;
import org.townloop.base.kernel.wire.OpenWeb;
import org.townloop.base.kernel.wire.Reach;
import org.townloop.base.kernel.wire.Wire;
import org.townloop.base.notice.Composed;
import org.townloop.base.notice.Handover;
import org.townloop.base.notice.PushGateway;
import tools.jackson.databind.json.JsonMapper;

/** Sends a notice to one browser through the push service that the browser chose. */
@Component
class WebPush implements PushGateway {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration KEPT_FOR = Duration.ofHours(24);
    /** Push services take none that is good for more than a day. */
    private static final Duration SIGNED_FOR = Duration.ofHours(12);

    private static final int LONGEST_TEXT = 600;

    private final Subscriptions subscriptions;
    private final InstanceKey key;
    private final TownAddress town;
    private final JsonMapper json;
    private final Clock clock;
    private final Wire wire;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    WebPush(Subscriptions subscriptions, InstanceKey key, TownAddress town, JsonMapper json, Clock clock) {
        this(subscriptions, key, town, json, clock, new OpenWeb(InetAddress::getAllByName));
    }

    WebPush(Subscriptions subscriptions, InstanceKey key, TownAddress town, JsonMapper json, Clock clock, Reach reach) {
        this.subscriptions = subscriptions;
        this.key = key;
        this.town = town;
        this.json = json;
        this.clock = clock;
        this.wire = new Wire(reach, PATIENCE);
    }

    @Override
    public Handover send(String id, String subscription, Composed words, String path) {
        return subscriptions
                .find(UUID.fromString(subscription))
                .map(browser -> post(browser, message(id, words, path)))
                .orElseGet(() -> new Handover.Gone("the browser is not subscribed any more"));
    }

    private byte[] message(String id, Composed words, String path) {
        var said = Map.of("title", cut(words.title()), "body", cut(words.brief()), "path", path, "tag", id);
        return json.writeValueAsString(said).getBytes(StandardCharsets.UTF_8);
    }

    private Handover post(Subscription browser, byte[] message) {
        try {
            var sealed = Sealed.of(message, browser.publicKey(), browser.auth(), PushKey.fresh(), salt());
            return handover(browser, wire.post(browser.endpoint(), headers(browser.endpoint()), sealed));
        } catch (Reach.Forbidden e) {
            subscriptions.remove(browser.id());
            return new Handover.Gone("the push address leads nowhere we go: " + e.getMessage());
        } catch (IOException e) {
            return Handover.later("no connection to the push service");
        } catch (GeneralSecurityException e) {
            return new Handover.Never("the browser's key is none");
        }
    }

    private Map<String, String> headers(URI endpoint) {
        var origin = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        var subject = town.isSecure() ? town.origin() : "mailto:operator@" + town.host();
        return Map.of(
                "TTL", Long.toString(KEPT_FOR.toSeconds()),
                "Urgency", "normal",
                "Content-Encoding", "aes128gcm",
                "Content-Type", "application/octet-stream",
                "Authorization",
                        key.authorization(origin, subject, clock.instant().plus(SIGNED_FOR)));
    }

    private Handover handover(Subscription browser, Wire.Answer answer) {
        var status = answer.status();
        return switch (status) {
            case 200, 201, 202, 204 -> new Handover.Accepted("");
            case 404, 410 -> {
                subscriptions.remove(browser.id());
                yield new Handover.Gone("the browser has unsubscribed");
            }
            case 400, 403, 413 -> new Handover.Never("the push service refused it: HTTP " + status);
            default -> later(status, answer.headers().getOrDefault("retry-after", ""));
        };
    }

    private static Handover later(int status, String retryAfter) {
        return new Handover.Later(
                "HTTP " + status,
                retryAfter.matches("\\d{1,5}") ? Duration.ofSeconds(Long.parseLong(retryAfter)) : null);
    }

    private byte[] salt() {
        var salt = new byte[16];
        random.nextBytes(salt);
        return salt;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
