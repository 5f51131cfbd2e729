package org.townloop.launch.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL of one data folder: {@code postgres} in it is the cluster, all else about it stands beside. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final Path cluster;
    private final Path accessFile;
    private final Settings settings;
    private final Programs programs;
    private final Postmaster postmaster;
    private final SharedUse sharedUse;
    private final Supervisor supervisor;

    private EmbeddedPostgres(Path data, Path binaries, Settings settings) {
        this.cluster = data.resolve("postgres");
        this.accessFile = data.resolve("postgres-access.properties");
        this.settings = settings;
        this.programs = new Programs(Binaries.unpackedIn(binaries));
        this.postmaster = new Postmaster(programs, cluster, data.resolve("postgres.log"));
        this.sharedUse = new SharedUse(data.resolve("postgres.lock"));
        this.supervisor = new Supervisor(postmaster, this::running);
    }

    /** Starts it as it is meant to run. */
    public static EmbeddedPostgres start(Path data) {
        return start(data, data.resolve("postgres-binaries"), Settings.usual());
    }

    /**
     * Makes the cluster if there is none, adopts the postmaster if one lives, starts it otherwise, and watches it.
     *
     * @param binaries where the programs are unpacked, once
     * @throws PostgresFailure if it cannot be had
     */
    public static EmbeddedPostgres start(Path data, Path binaries, Settings settings) {
        try {
            var postgres = new EmbeddedPostgres(Files.createDirectories(data).toRealPath(), binaries, settings);
            postgres.open();
            return postgres;
        } catch (IOException e) {
            throw new PostgresFailure("The data folder " + data + " cannot be used: " + e.getMessage(), e);
        }
    }

    public Database database() {
        return Access.readFrom(accessFile).database();
    }

    /** Of the postmaster that runs now. */
    public long pid() {
        return postmaster.living().orElseThrow().pid();
    }

    /** Stops it, unless another process still uses it. */
    @Override
    public void close() {
        supervisor.close();
        sharedUse.inTurn(() -> {
            stopIfLast();
            return true;
        });
        try {
            sharedUse.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() {
        sharedUse.inTurn(() -> {
            makeOnce();
            beginUse();
            return ensureRunning();
        });
        supervisor.start();
    }

    private PidFile running() {
        return sharedUse.inTurn(this::ensureRunning);
    }

    private void makeOnce() {
        if (!Files.exists(accessFile)) {
            Access.generated().writeTo(accessFile);
        }
        if (!Files.exists(cluster)) {
            Cluster.make(programs, cluster, Access.readFrom(accessFile));
        }
    }

    private PidFile ensureRunning() {
        return postmaster.ready().map(this::adopt).orElseGet(this::startAfresh);
    }

    private PidFile adopt(PidFile living) {
        LOG.info("PostgreSQL runs already (process {}): adopted", living.pid());
        Access.readFrom(accessFile).atPort(living.port()).writeTo(accessFile);
        return living;
    }

    private PidFile startAfresh() {
        var access = Access.readFrom(accessFile).atFreePort();
        access.writeTo(accessFile);
        try {
            Files.writeString(
                    cluster.resolve(Cluster.OWN_SETTINGS), settings.asFile() + "port = " + access.port() + "\n");
        } catch (IOException e) {
            throw new PostgresFailure("PostgreSQL's settings cannot be written into " + cluster + ": " + e, e);
        }
        return postmaster.start();
    }

    private void beginUse() {
        try {
            sharedUse.begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopIfLast() {
        try {
            if (sharedUse.endsAsTheLast()) {
                postmaster.stop();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
