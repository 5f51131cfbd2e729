package org.townloop.launch.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Properties;
import org.townloop.launch.postgres.Database.Login;

/**
 * The generated passwords and the port, kept in a file of the data folder that only its owner may read.
 *
 * @param port on loopback; the same at each start as long as it is free
 */
record Access(int port, String ownerPassword, String appPassword) {

    static final String OWNER = "townloop_owner";
    static final String APP = "townloop_app";
    static final String DATABASE = "townloop";

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int PASSWORD_LENGTH = 32;

    static Access generated() {
        return new Access(freePort(), password(), password());
    }

    static Access readFrom(Path file) {
        try {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            return new Access(
                    Integer.parseInt(properties.getProperty("port")),
                    properties.getProperty("owner"),
                    properties.getProperty("app"));
        } catch (IOException | NumberFormatException e) {
            throw new PostgresFailure(
                    "The passwords of PostgreSQL could not be read from " + file + ": " + e.getMessage(), e);
        }
    }

    void writeTo(Path file) {
        try {
            var half = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(half);
            if (half.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                var owner = PosixFilePermissions.fromString("rw-------");
                Files.createFile(half, PosixFilePermissions.asFileAttribute(owner));
            }
            Files.writeString(half, "port=%d\nowner=%s\napp=%s\n".formatted(port, ownerPassword, appPassword));
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PostgresFailure("The passwords of PostgreSQL could not be written to " + file + ": " + e, e);
        }
    }

    Access atPort(int other) {
        return new Access(other, ownerPassword, appPassword);
    }

    /** The same if its port is free, else with another that is. */
    Access atFreePort() {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return atPort(socket.getLocalPort());
        } catch (IOException e) {
            return atPort(freePort());
        }
    }

    Database database() {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE + "?ApplicationName=townloop",
                new Login(OWNER, ownerPassword),
                new Login(APP, appPassword));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PostgresFailure("no free port on loopback", e);
        }
    }

    private static String password() {
        var password = new StringBuilder();
        new SecureRandom()
                .ints(PASSWORD_LENGTH, 0, LETTERS.length())
                .forEach(index -> password.append(LETTERS.charAt(index)));
        return password.toString();
    }
}
