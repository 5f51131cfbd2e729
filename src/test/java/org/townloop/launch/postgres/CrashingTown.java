package org.townloop.launch.postgres;

import java.io.IOException;
import java.nio.file.Path;

/** A process that starts PostgreSQL in the folder given, and at the next line of input crashes or ends orderly. */
final class CrashingTown {

    private CrashingTown() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        try (var postgres = OwnPostgres.startIn(Path.of(arguments[0]))) {
            System.out.println(postgres.pid());
            if (System.in.read() == 'c') {
                Runtime.getRuntime().halt(1);
            }
        }
    }
}
