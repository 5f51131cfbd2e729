package org.townloop.base.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

    @TempDir
    Path folder;

    @Test
    void itIsItsOwnersAlone() throws IOException {
        var file = folder.resolve("keys/one.key");
        assertThat(SecretFile.make(file, bytes("first"))).isTrue();
        assertThat(SecretFile.make(file, bytes("second"))).isFalse();
        assertThat(file).hasContent("first");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.list(file.getParent())).as("no draft is left").containsExactly(file);
    }

    /** Whoever reads while others write finds nothing, or all of it. */
    @Test
    void nobodyEverReadsHalfOfIt() throws Exception {
        for (int round = 0; round < 20; round++) {
            var file = folder.resolve(round + ".key");
            var makers = IntStream.range(0, 4)
                    .mapToObj(maker ->
                            (Callable<Boolean>) () -> SecretFile.make(file, bytes(maker + "x".repeat(5_000))))
                    .collect(Collectors.toList());
            makers.add(() -> {
                while (!Files.exists(file)) {
                    Thread.onSpinWait();
                }
                assertThat(Files.size(file)).isEqualTo(5_001);
                return false;
            });
            try (var threads = Executors.newFixedThreadPool(makers.size())) {
                var made = threads.invokeAll(makers);
                int first = 0;
                for (var each : made) {
                    first += each.get() ? 1 : 0;
                }
                assertThat(first).isEqualTo(1);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
