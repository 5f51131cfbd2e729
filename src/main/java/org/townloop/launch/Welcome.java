package org.townloop.launch;

import org.springframework.boot.context.event.ApplicationReadyEvent;

/** What a person at the terminal is told once the town is open. */
final class Welcome {

    private Welcome() {}

    static void print(ApplicationReadyEvent ready) {
        var context = ready.getApplicationContext();
        var environment = context.getEnvironment();
        var database = context.getBean(OpenDatabase.class);
        var site = "http://localhost:" + environment.getProperty("local.server.port");
        System.out.printf(
                """

                Townloop is open: Willow Creek, a demo town.    小城圈：柳溪演示小镇已开放。

                  Portal    %1$s/

                  Data      %2$s
                  Database  PostgreSQL %3$s, %4$s

                Ready after %5$.1f s. Ctrl-C closes it; what was done stays.    按 Ctrl-C 关闭，数据会保留。
                %n\
                """,
                site,
                context.getBean(TownloopProperties.class)
                        .data()
                        .toAbsolutePath()
                        .normalize(),
                database.version(),
                database.durability(),
                (System.currentTimeMillis()
                                - ProcessHandle.current()
                                        .info()
                                        .startInstant()
                                        .orElseThrow()
                                        .toEpochMilli())
                        / 1000.0);
    }
}
