package org.townloop.launch.watch;

import static org.townloop.launch.watch.Finding.care;
import static org.townloop.launch.watch.Finding.fault;
import static org.townloop.launch.watch.Finding.sound;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** What the doctor asks of the world: the town's own address, its certificate, the gateways. */
public final class Outside {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration RENEWED = Duration.ofDays(14);

    private final Clock clock;

    public Outside(Clock clock) {
        this.clock = clock;
    }

    /** Whether something takes connections there. */
    public Finding reachable(String what, String host, int port, String mend) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
            return sound("%s at %s:%d answers".formatted(what, host, port));
        } catch (IOException | IllegalArgumentException e) {
            return fault("%s at %s:%d is not reached: %s".formatted(what, host, port, e.getMessage()), mend);
        }
    }

    /** The town as people see it: whether it answers, by which certificate, and what time it has. */
    public List<Finding> town(String url) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
            return seen(url, client.send(request, BodyHandlers.discarding()));
        } catch (SSLException e) {
            return List.of(fault(
                    "The certificate of " + url + " is not trusted: " + e.getMessage(),
                    "Let the web server have one of a known authority, such as Let's Encrypt."));
        } catch (IOException | IllegalArgumentException e) {
            return List.of(fault(
                    "The town is not reached at " + url + ": " + e,
                    "Is it running? Does its name lead to the web server, and does that pass requests on to it?"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private List<Finding> seen(String url, HttpResponse<Void> answer) {
        var findings = new ArrayList<Finding>();
        var status = answer.statusCode();
        findings.add(
                status < 500
                        ? sound("The town answers at " + url)
                        : fault("The town answers %d at %s".formatted(status, url), "Look at its log."));
        answer.sslSession().ifPresent(session -> findings.add(certificate(session)));
        answer.headers()
                .firstValue("Date")
                .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .ifPresent(date -> findings.add(Machine.agreement(url, Duration.between(clock.instant(), date))));
        return findings;
    }

    private Finding certificate(SSLSession session) {
        try {
            var ends = ((X509Certificate) session.getPeerCertificates()[0])
                    .getNotAfter()
                    .toInstant();
            return isSoon(ends)
                    ? care("The certificate ends on " + ends, "Renew it; certbot renew does, and can do so by itself.")
                    : sound("The certificate is good until " + ends);
        } catch (SSLPeerUnverifiedException e) {
            return fault("The certificate cannot be seen: " + e.getMessage(), "Look at the web server.");
        }
    }

    private boolean isSoon(Instant ends) {
        return ends.isBefore(clock.instant().plus(RENEWED));
    }
}
