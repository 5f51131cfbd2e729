package org.townloop.launch.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root, which is who one is in many containers. A user namespace of its own takes root's
 * powers away and keeps the files root's; where there are none, another user owns the cluster.
 */
final class Unprivileged {

    private static final int NOBODY = 65534;

    private Unprivileged() {}

    /** What to put before a command that works on the cluster; nothing for an ordinary user. */
    static List<String> prefix(Path cluster) {
        if (isWindows() || new UnixSystem().getUid() != 0) {
            return List.of();
        }
        var owner = owner(cluster);
        if (owner == 0 && succeeds("unshare", "-U", "true")) {
            return List.of("unshare", "-U");
        }
        if (succeeds("setpriv", "--version")) {
            return as(owner == 0 ? give(cluster, NOBODY) : owner);
        }
        throw new PostgresFailure("PostgreSQL does not run as root, and this system offers neither unshare nor setpriv."
                + " Start Townloop as an ordinary user.");
    }

    /** Another user who may still pass through folders that are root's alone. */
    private static List<String> as(int user) {
        return List.of(
                "setpriv",
                "--reuid=" + user,
                "--regid=" + user,
                "--clear-groups",
                "--inh-caps=+dac_override",
                "--ambient-caps=+dac_override");
    }

    private static int owner(Path cluster) {
        try {
            return Files.exists(cluster) ? (Integer) Files.getAttribute(cluster, "unix:uid") : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int give(Path cluster, int user) {
        if (Files.exists(cluster)) {
            try (var files = Files.walk(cluster)) {
                for (var file : (Iterable<Path>) files::iterator) {
                    Files.setAttribute(file, "unix:uid", user);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return user;
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
