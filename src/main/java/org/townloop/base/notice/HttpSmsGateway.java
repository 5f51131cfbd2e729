package org.townloop.base.notice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Posts text messages to a gateway as its description in the settings says. It follows no redirect. */
class HttpSmsGateway implements SmsGateway {

    private static final int LONGEST_ANSWER = 64 * 1024;

    private final SmsSettings settings;
    private final URI url;
    private final Pattern success;
    private final JsonMapper json;
    private final HttpClient client;

    HttpSmsGateway(SmsSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        url = URI.create(settings.url());
        success = Pattern.compile(settings.success());
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
        requireJson();
    }

    @Override
    public Handover send(Sms sms) {
        try {
            return answer(client.send(request(sms), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER)));
        } catch (HttpTimeoutException e) {
            return Handover.later("no answer in time");
        } catch (IOException e) {
            return Handover.later("no connection, or an answer that is no HTTP");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Handover.later("interrupted");
        }
    }

    private HttpRequest request(Sms sms) {
        var request = HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", sms.id())
                .POST(HttpRequest.BodyPublishers.ofString(body(sms), StandardCharsets.UTF_8));
        if (!settings.key().isBlank()) {
            request.header(settings.header(), settings.key());
        }
        return request.build();
    }

    /** What may be the gateway's trouble or ours passes; what can only be the message's does not. */
    private Handover answer(HttpResponse<String> answer) {
        var status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return success.matcher(answer.body()).find()
                    ? new Handover.Accepted("")
                    : Handover.later("the answer does not say that it was taken");
        }
        return switch (status) {
            case 400, 413, 422 -> new Handover.Never("the gateway refused it: HTTP " + status);
            default -> new Handover.Later("HTTP " + status, retryAfter(answer));
        };
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }

    private String body(Sms sms) {
        return settings.body()
                .replace("{id}", sms.id())
                .replace("{to}", inner(sms.to()))
                .replace("{text}", inner(sms.text()));
    }

    /** As it stands between the quotes of a JSON text. */
    private String inner(String text) {
        var quoted = json.writeValueAsString(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    private void requireJson() {
        try {
            json.readTree(body(new Sms("id", "+1", "\"")));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("townloop.sms.body is no JSON once {to}, {text} and {id} are filled in");
        }
        if (!settings.body().contains("{to}") || !settings.body().contains("{text}")) {
            throw new IllegalArgumentException("townloop.sms.body must hold {to} and {text}");
        }
        if (url.getHost() == null || !"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
            throw new IllegalArgumentException("townloop.sms.url is no address of the web: " + settings.url());
        }
    }
}
