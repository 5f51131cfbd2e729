package org.townloop.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.util.FileSystemUtils;

/** Two hundred people want one of ten chairs at the same moment: ten get one, and everybody is told soon. */
final class RushBench {

    private static final int PEOPLE = 200;
    private static final int CHAIRS = 10;
    private static final int HOURS = 10;

    private final Path root;
    private final Path target;
    private final int rounds;

    RushBench(Path root, Path target, int rounds) {
        this.root = root;
        this.target = target;
        this.rounds = rounds;
    }

    private record Answer(int status, double millis) {}

    String run() throws Exception {
        var data = target.resolve("rush-town");
        FileSystemUtils.deleteRecursively(data);
        var environment = Map.of("TOWNLOOP_DATA", data.toString());
        var command = List.of(root.resolve("bin/townloop").toString(), "demo");
        var log = target.resolve("rush-town.log");
        try (var town = Program.start(command, environment, log)) {
            if (town.secondsToFirstPage() < 0) {
                throw new IllegalStateException("the town did not start: " + log);
            }
            var offers = new CrowdedTown(data).add(rounds + 1, CHAIRS, CHAIRS, 0);
            return measured(town.port(), offers);
        }
    }

    private String measured(int port, List<UUID> offers) throws Exception {
        int errors = 0;
        var all = new ArrayList<Double>();
        var p99 = new double[rounds];
        for (int round = 0; round <= rounds; round++) {
            var millis = new ArrayList<Double>();
            for (int hour = 0; hour < HOURS; hour++) {
                var answers = rush(port, offers.get(round), 9 + hour);
                var got =
                        answers.stream().filter(answer -> answer.status == 201).count();
                var refused =
                        answers.stream().filter(answer -> answer.status == 409).count();
                errors += Math.toIntExact(Math.abs(got - CHAIRS) + Math.abs(refused - (PEOPLE - CHAIRS)));
                answers.forEach(answer -> millis.add(answer.millis));
            }
            if (round > 0) { // the first warms up
                p99[round - 1] = figures(millis).at(0.99);
                all.addAll(millis);
            }
        }
        System.out.printf("%d people at once for %d chairs, %d times, in ms%n", PEOPLE, CHAIRS, rounds * HOURS);
        System.out.println("  answered, p99 of a round    " + new Figures(p99));
        return "ours=%.0fms p50=%.0fms worst=%.0fms errors=%d"
                .formatted(
                        new Figures(p99).median(),
                        figures(all).median(),
                        figures(all).at(1),
                        errors);
    }

    private static Figures figures(List<Double> values) {
        return new Figures(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static List<Answer> rush(int port, UUID offer, int hour) throws Exception {
        var start =
                CrowdedTown.firstDay().atTime(hour, 0).atZone(CrowdedTown.ZONE).toOffsetDateTime();
        var body = "{\"offerId\":\"%s\",\"slotStart\":\"%s\",\"quantity\":1}".formatted(offer, start);
        var go = new CountDownLatch(1);
        var answers = new ArrayList<Answer>();
        try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = new ArrayList<Future<Answer>>();
            for (int i = 0; i < PEOPLE; i++) {
                var token = i % 2 == 0 ? "demo-resident" : "demo-resident-2";
                var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/orders"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body))
                        .build();
                asking.add(people.submit(() -> {
                    go.await();
                    var began = System.nanoTime();
                    var status = client.send(request, BodyHandlers.ofString()).statusCode();
                    return new Answer(status, (System.nanoTime() - began) / 1e6);
                }));
            }
            go.countDown();
            for (var answer : asking) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
