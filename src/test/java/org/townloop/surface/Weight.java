package org.townloop.surface;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a page with its styles and scripts weighs as the server sends it. */
final class Weight {

    /** What is larger is sent compressed. */
    private static final int SMALL = 1_100;

    private static final String PARTS = """
        () => performance.getEntries()
            .filter(e => e.entryType === "navigation" || ["link", "script", "css"].includes(e.initiatorType))
            .map(e => ({ address: e.name, sent: e.encodedBodySize,
                isUnpacked: e.workerStart > 0 && e.encodedBodySize === e.decodedBodySize }))\
        """;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Weight() {}

    /** A part of a page and its bytes. */
    record Part(String address, int bytes) {}

    static List<Part> of(Page page) {
        return ((List<?>) page.evaluate(PARTS))
                .stream().map(part -> part(page, (Map<?, ?>) part)).toList();
    }

    static int sum(List<Part> parts) {
        return parts.stream().mapToInt(Part::bytes).sum();
    }

    /** What a service worker hands on, the browser counts as it is unpacked: then the server is asked again. */
    private static Part part(Page page, Map<?, ?> seen) {
        var address = String.valueOf(seen.get("address"));
        var bytes = seen.get("sent") instanceof Number number ? number.intValue() : 0;
        return new Part(
                address, Boolean.TRUE.equals(seen.get("isUnpacked")) && bytes > SMALL ? sent(page, address) : bytes);
    }

    private static int sent(Page page, String address) {
        var cookies = page.context().cookies(address).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept-Encoding", "gzip")
                .header("Cookie", cookies)
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofByteArray()).body().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
