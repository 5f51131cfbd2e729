package org.townloop.launch.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's own programs, never as root. */
final class Programs {

    private final Path home;

    /** @param home the folder with {@code bin} */
    Programs(Path home) {
        this.home = home;
    }

    /**
     * Runs a program to its end.
     *
     * @param cluster decides as whom it runs
     * @param input what it reads
     * @return what it printed
     * @throws PostgresFailure with what it printed, if it did not succeed
     */
    String run(Path cluster, String input, String program, String... arguments) {
        var command = new ArrayList<>(Unprivileged.prefix(cluster));
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            var process = start(command);
            try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                stdin.write(input);
            }
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new PostgresFailure(program + " of PostgreSQL failed: " + printed.strip());
            }
            return printed;
        } catch (IOException e) {
            throw new PostgresFailure(program + " of PostgreSQL could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("interrupted while running " + program, e);
        }
    }

    private static Process start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }
}
