package org.townloop.launch.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFilesTests {

    @TempDir
    Path data;

    /** Pictures come and go while a backup lists them: with {@link Files#walk}, one round in a few fails. */
    @Test
    void whatGoesWhileItIsListedIsNotThere() throws Exception {
        var stays = Files.writeString(
                Files.createDirectories(data.resolve("media/aa")).resolve("stays.jpg"), "x");
        var ended = new AtomicBoolean();
        try (var town = Executors.newFixedThreadPool(1)) {
            var work = town.submit(() -> {
                while (!ended.get()) {
                    comeAndGo();
                }
                return null;
            });
            try {
                for (int round = 0; round < 300; round++) {
                    assertThat(KeptFiles.in(data)).contains(stays);
                }
            } finally {
                ended.set(true);
            }
            work.get();
        }
    }

    private void comeAndGo() throws IOException {
        var shelf = Files.createDirectories(data.resolve("media/ab"));
        for (int i = 0; i < 20; i++) {
            Files.writeString(shelf.resolve(i + ".jpg"), "x");
        }
        for (int i = 0; i < 20; i++) {
            Files.delete(shelf.resolve(i + ".jpg"));
        }
        Files.delete(shelf);
    }

    @Test
    void whatIsOfThisMachineStays() throws IOException {
        for (var name :
                new String[] {"index/segments", "restore.part/files/x", "postgres/base", "media/index", "town"}) {
            var file = data.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");
        }
        assertThat(KeptFiles.in(data)).containsExactly(data.resolve("media/index"));
    }
}
