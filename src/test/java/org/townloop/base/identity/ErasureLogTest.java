package org.townloop.base.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that remembers who was erased loses nobody. */
class ErasureLogTest {

    @TempDir
    Path folder;

    private final Erasure first = new Erasure(UUID.randomUUID(), Instant.parse("2026-11-22T01:02:03Z"), true);
    private final Erasure second = new Erasure(UUID.randomUUID(), Instant.parse("2026-11-23T01:02:03Z"), false);

    @Test
    void whatWasAddedIsReadAndAddedOnce() throws IOException {
        var log = new ErasureLog(folder.resolve("erasures.log"));
        assertThat(log.read()).isEmpty();
        log.add(List.of(first));
        log.add(List.of(first, second));
        assertThat(log.read()).containsExactly(first, second);
        assertThat(Files.readString(folder.resolve("erasures.log"))).hasLineCount(2);
    }

    @Test
    void halfALineOfAPowerCutSpoilsNoOther() throws IOException {
        var file = folder.resolve("erasures.log");
        var log = new ErasureLog(file);
        log.add(List.of(first));
        Files.writeString(file, second.person().toString().substring(0, 20), StandardOpenOption.APPEND);
        log.add(List.of(second));
        assertThat(log.read()).containsExactly(first, second);
    }
}
