package org.townloop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** How long until the first page: our launcher against a plain Boot application of the same parts, in turn. */
final class StartBench {

    private static final int FIRST_STARTS = 3;

    private final Path root;
    private final Path target;
    private final int rounds;
    private int errors;

    StartBench(Path root, Path target, int rounds) {
        this.root = root;
        this.target = target;
        this.rounds = rounds;
    }

    String run() throws IOException, InterruptedException {
        train();
        var data = target.resolve("start-town");
        var plainData = target.resolve("start-plain");
        FileSystemUtils.deleteRecursively(data);
        FileSystemUtils.deleteRecursively(plainData);
        var first = new ArrayList<Double>();
        for (int i = 0; i < FIRST_STARTS; i++) {
            FileSystemUtils.deleteRecursively(data);
            first.add(ours(data));
        }
        plain(plainData);
        ours(data);
        var ours = new double[rounds];
        var plain = new double[rounds];
        var ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            ours[round] = ours(data);
            plain[round] = plain(plainData);
            ratios[round] = ours[round] / plain[round];
        }
        var firsts = new Figures(first.stream().mapToDouble(Double::doubleValue).toArray());
        System.out.println("seconds to the first page");
        System.out.println("  townloop, warm data      " + new Figures(ours));
        System.out.println("  plain Boot application   " + new Figures(plain));
        System.out.println("  townloop over plain      " + new Figures(ratios));
        System.out.println("  townloop, first start    " + firsts);
        return "ours=%.3fs limit=%.3f first=%.3fs peer:medusa=skipped peer:vendure=skipped errors=%d"
                .formatted(new Figures(ours).median(), new Figures(ratios).median(), firsts.median(), errors);
    }

    private double ours(Path data) throws IOException, InterruptedException {
        var command = List.of(root.resolve("bin/townloop").toString(), "demo");
        return timed(command, Map.of("TOWNLOOP_DATA", data.toString()), "start-town.log");
    }

    private double plain(Path data) throws IOException, InterruptedException {
        var command = new ArrayList<>(java());
        command.add("-XX:AOTCache=" + cache());
        command.addAll(List.of("-jar", app()));
        return timed(command, Map.of("PLAIN_DATA", data.toString()), "start-plain.log");
    }

    private double timed(List<String> command, Map<String, String> environment, String log)
            throws IOException, InterruptedException {
        try (var program = Program.start(command, environment, target.resolve(log))) {
            var seconds = program.secondsToFirstPage();
            if (seconds < 0) {
                errors++;
                System.out.println("no page came: " + target.resolve(log));
            }
            return seconds;
        }
    }

    /** Both by a run of their own that ends, each once for its jar. */
    private void train() throws IOException, InterruptedException {
        run(List.of(root.resolve("bin/townloop").toString(), "train"), "train-town.log");
        if (!Files.exists(cache()) || older(cache(), Path.of(app()))) {
            var data = target.resolve("train-plain");
            FileSystemUtils.deleteRecursively(data);
            var command = new ArrayList<>(java());
            command.add("-XX:AOTCacheOutput=" + cache());
            command.addAll(List.of("-jar", app(), "--rehearse"));
            var builder = new ProcessBuilder(command);
            builder.environment().put("PLAIN_DATA", data.toString());
            builder.environment().put("SERVER_PORT", "0");
            run(builder, "train-plain.log");
        }
    }

    private void run(List<String> command, String log) throws IOException, InterruptedException {
        run(new ProcessBuilder(command), log);
    }

    private void run(ProcessBuilder builder, String log) throws IOException, InterruptedException {
        var file = target.resolve(log).toFile();
        if (builder.redirectErrorStream(true).redirectOutput(file).start().waitFor() != 0) {
            throw new IllegalStateException("training failed: " + file);
        }
    }

    private static boolean older(Path one, Path other) throws IOException {
        return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) < 0;
    }

    private static List<String> java() {
        return List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    private String app() {
        return target.resolve("plain/townloop-bench.jar").toString();
    }

    private Path cache() {
        return target.resolve("plain/plain.aot");
    }
}
