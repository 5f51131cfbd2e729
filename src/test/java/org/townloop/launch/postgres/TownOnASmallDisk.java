package org.townloop.launch.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.townloop.TestClock;
import org.townloop.launch.Migrations;

/** The whole program, with its data folder and its PostgreSQL on a disk that can be filled. */
class TownOnASmallDisk implements ApplicationContextInitializer<GenericApplicationContext> {

    /** Beside the database there is more than the program leaves to it. */
    private static final int MEGABYTES = 400;

    @Override
    public void initialize(GenericApplicationContext context) {
        try {
            begin(context, SmallDisk.mounted(MEGABYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void begin(GenericApplicationContext context, SmallDisk disk) {
        var postgres = EmbeddedPostgres.start(disk.folder(), SmallDisk.BINARIES, SmallDisk.SETTINGS);
        Migrations.migrate(postgres.database());
        TestPropertyValues.of(
                        "townloop.data=" + disk.folder(),
                        "townloop.mode=demo",
                        "townloop.region=test-shanghai",
                        "spring.datasource.hikari.minimum-idle=4")
                .applyTo(context);
        context.registerBean(Database.class, postgres::database);
        context.registerBean(SmallDisk.class, () -> disk);
        context.registerBean("testClock", TestClock.class, TestClock::new, definition -> definition.setPrimary(true));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, disk)));
    }

    private static void end(EmbeddedPostgres postgres, SmallDisk disk) {
        try {
            disk.makeRoom();
            postgres.close();
            disk.close();
        } catch (IOException e) {
            System.err.println(disk.folder() + " stays: " + e);
        }
    }
}
