package org.townloop.launch.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.util.FileSystemUtils;

/**
 * Makes a database cluster with its two roles and one database. No superuser can sign in to it: what needs one is
 * done here, in PostgreSQL's single-user mode.
 */
final class Cluster {

    static final String OWN_SETTINGS = "townloop.conf";

    private static final String SUPERUSER = "postgres";

    private Cluster() {}

    /**
     * Makes the cluster beside its place and moves it there at the end, so that a start that was cut short is begun
     * afresh.
     */
    static void make(Programs programs, Path cluster, Access access) {
        var half = cluster.resolveSibling(cluster.getFileName() + ".new");
        try {
            FileSystemUtils.deleteRecursively(half);
            initialise(programs, half);
            configure(half);
            programs.run(half, roles(access), "postgres", "--single", "-D", half.toString(), SUPERUSER);
            programs.run(half, "", "initdb", "--sync-only", "-D", half.toString());
            Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PostgresFailure("PostgreSQL's files could not be made in " + cluster + ": " + e, e);
        }
    }

    /** Comparison by code point in UTF-8 on every platform; it is written to disk once, at the end. */
    private static void initialise(Programs programs, Path half) {
        programs.run(
                half,
                "",
                "initdb",
                "-D",
                half.toString(),
                "--username=" + SUPERUSER,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--auth=reject",
                "--no-instructions",
                "--no-sync");
    }

    private static void configure(Path half) throws IOException {
        Files.writeString(
                half.resolve("postgresql.conf"),
                "\ninclude_if_exists = '" + OWN_SETTINGS + "'\n",
                StandardOpenOption.APPEND);
        Files.writeString(
                half.resolve("pg_hba.conf"),
                "host all " + Access.OWNER + "," + Access.APP + " 127.0.0.1/32 scram-sha-256\n");
    }

    /**
     * The passwords are random and long: hashing them thousands of times keeps nobody out, and would cost each start
     * that much for each connection.
     */
    private static String roles(Access access) {
        return """
            set scram_iterations = 1
            create role %1$s login createdb password '%2$s'
            create role %3$s login password '%4$s'
            create database %5$s owner %1$s
            revoke connect on database postgres from public
            """.formatted(Access.OWNER, access.ownerPassword(), Access.APP, access.appPassword(), Access.DATABASE);
    }
}
