package org.townloop.supply.booking;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.townloop.base.kernel.Point;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a server for the travel times between points: the table service of OSRM's HTTP API, version 1. It follows no
 * redirect.
 */
class OsrmTable implements RouteServer {

    private static final Logger LOG = LoggerFactory.getLogger(OsrmTable.class);
    private static final int LONGEST_ANSWER = 8 * 1024 * 1024;

    private final TravelSettings settings;
    private final JsonMapper json;
    private final HttpClient client;

    OsrmTable(TravelSettings settings, JsonMapper json) {
        var url = URI.create(settings.osrm());
        if (url.getHost() == null || !"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
            throw new IllegalArgumentException("townloop.travel.osrm is no address of the web: " + settings.osrm());
        }
        this.settings = settings;
        this.json = json;
        this.client = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    /** Why there was no answer is in the log, without the points: they are people's doors. */
    @Override
    public Optional<Table> table(List<Point> points) {
        try {
            var answer = client.send(request(points), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
            if (answer.statusCode() != 200) {
                throw new IOException("HTTP " + answer.statusCode());
            }
            return Optional.of(table(json.readTree(answer.body()), points.size()));
        } catch (IOException | JacksonException e) {
            LOG.warn("the server of routes gave no table: {}", e.getClass().getSimpleName());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private HttpRequest request(List<Point> points) {
        var coordinates = points.stream()
                .map(point -> String.format(Locale.ROOT, "%.6f,%.6f", point.lon(), point.lat()))
                .collect(Collectors.joining(";"));
        return HttpRequest.newBuilder(URI.create(
                        settings.osrm().replaceFirst("/+$", "") + "/" + coordinates + "?annotations=duration,distance"))
                .timeout(settings.timeout())
                .build();
    }

    /** A server that does not know distances says nothing of them. */
    private static Table table(JsonNode answer, int size) throws IOException {
        if (!"Ok".equals(answer.path("code").asString(""))) {
            throw new IOException("no table");
        }
        var metres = answer.path("distances");
        return new Table(
                numbers(answer.path("durations"), size, 60),
                metres.isArray() ? numbers(metres, size, 1) : unknown(size));
    }

    private static long[][] unknown(int size) {
        var none = new long[size][size];
        Arrays.stream(none).forEach(row -> Arrays.fill(row, -1));
        return none;
    }

    private static long[][] numbers(JsonNode rows, int size, double unit) throws IOException {
        if (rows.size() != size) {
            throw new IOException("no table");
        }
        var numbers = new long[size][size];
        for (int i = 0; i < size; i++) {
            if (rows.get(i).size() != size) {
                throw new IOException("no table");
            }
            for (int j = 0; j < size; j++) {
                var said = rows.get(i).get(j);
                numbers[i][j] = said.isNumber() && said.asDouble() >= 0 ? (long) Math.ceil(said.asDouble() / unit) : -1;
            }
        }
        return numbers;
    }
}
