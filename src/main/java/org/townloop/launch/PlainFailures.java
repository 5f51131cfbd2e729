package org.townloop.launch;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.townloop.launch.backup.BackupRefused;
import org.townloop.launch.postgres.PostgresFailure;

/** Knows the failures of a start that need a sentence, not a stack trace; keeps Spring from printing one. */
final class PlainFailures implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        return sentence(failure).isPresent();
    }

    /** What to tell the person at the terminal; empty if the failure is not an expected one. */
    static Optional<String> sentence(Throwable failure) {
        return isShuttingDown() ? Optional.of("Stopped before it was open.") : expected(failure);
    }

    private static Optional<String> expected(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> switch (cause) {
                    case StartRefused refused -> Stream.of(message(refused));
                    case BackupRefused refused -> Stream.of(message(refused));
                    case PostgresFailure postgres -> Stream.of(message(postgres));
                    case PortInUseException port -> Stream.of(portTaken(port.getPort()));
                    default -> Stream.empty();
                })
                .findFirst();
    }

    static String portTaken(int port) {
        return "Port " + port + " is taken by another program. Stop that program, or choose another port: SERVER_PORT="
                + (port + 1) + ".";
    }

    /** Whatever fails while the process is told to end is no news. */
    private static boolean isShuttingDown() {
        var probe = new Thread();
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static String message(RuntimeException failure) {
        return String.valueOf(failure.getMessage());
    }
}
