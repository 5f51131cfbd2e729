package org.townloop.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** PostgreSQL's own toy bank (TPC-B of 1990, roughly) in the town's own PostgreSQL: scale 50, prepared, 16 clients. */
final class Pgbench {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final Path program;
    private final Path data;

    private Pgbench(Path program, Path data) {
        this.program = program;
        this.data = data;
    }

    /** Where the machine has the program: Debian's package {@code postgresql-contrib} brings it. */
    static Optional<Pgbench> of(Path data) throws IOException {
        var debian = Path.of("/usr/lib/postgresql");
        var found = new ArrayList<Path>();
        if (Files.isDirectory(debian)) {
            try (var versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin/pgbench"))
                        .filter(Files::isExecutable)
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new Pgbench(found.getLast(), data));
    }

    void prepare() throws IOException, InterruptedException {
        run("-i", "-q", "-s", "50");
    }

    /** @return transactions a second */
    double tps(int seconds) throws IOException, InterruptedException {
        var said = run("-M", "prepared", "-c", "16", "-j", "2", "-n", "-T", Integer.toString(seconds));
        var tps = TPS.matcher(said);
        if (!tps.find()) {
            throw new IllegalStateException("pgbench says " + said);
        }
        return Double.parseDouble(tps.group(1));
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        var access = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("postgres-access.properties"))) {
            access.load(file);
        }
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        command.addAll(
                List.of("-h", "127.0.0.1", "-p", access.getProperty("port"), "-U", "townloop_owner", "townloop"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", access.getProperty("owner"));
        builder.environment().put("PGOPTIONS", "-c search_path=public");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("pgbench fails: " + said);
        }
        return said;
    }
}
