package org.townloop.base.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
        assertThat(SecretFile.make(file, () -> bytes("first"))).isTrue();
        assertThat(SecretFile.make(file, () -> bytes("second"))).isFalse();
        assertThat(file).hasContent("first");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.list(file.getParent())).as("no draft is left").containsExactly(file);
    }

    /** Killed before it had its name, or after: neither outlives the next who asks for the file. */
    @Test
    void whatACrashHasLeftIsClearedAway() throws IOException {
        var file = folder.resolve("one.key");
        var drafts = List.of(folder.resolve("one.key.4711.draft"), folder.resolve("one.key.lock.draft"));
        var anothers = Files.writeString(folder.resolve("two.key.4711.draft"), "secret");
        for (boolean made : new boolean[] {true, false}) {
            for (var draft : drafts) {
                Files.writeString(draft, "secret");
            }
            assertThat(SecretFile.make(file, () -> bytes("x"))).isEqualTo(made);
            assertThat(Files.list(folder)).containsExactlyInAnyOrder(file, anothers);
        }
    }

    @Test
    void itIsMadeWhereFilesHaveOneNameOnly() throws Exception {
        var file = folder.resolve("one.key");
        assertThat(SecretFile.make(file, () -> bytes("first"), SecretFileTest::noLinks))
                .isTrue();
        assertThat(SecretFile.make(file, () -> bytes("second"), SecretFileTest::noLinks))
                .isFalse();
        assertThat(Files.list(folder)).containsExactly(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void nobodyEverReadsHalfOfItWhereFilesHaveOneNameOnlyEither() throws Exception {
        race(SecretFileTest::noLinks);
    }

    private static void noLinks(Path name, Path file) throws IOException {
        throw new FileSystemException(name.toString(), file.toString(), "Operation not permitted");
    }

    /** Whoever reads while others write finds nothing, or all of it. */
    @Test
    void nobodyEverReadsHalfOfIt() throws Exception {
        race(Files::createLink);
    }

    /** The control: a name that replaces whatever has it is given by several. */
    @Test
    void withoutLinksAndLocksSeveralBelieveToBeFirst() {
        assertThatThrownBy(() -> race((name, file) -> Files.move(file, name, StandardCopyOption.REPLACE_EXISTING)))
                .hasMessageContaining("1");
    }

    private void race(SecretFile.Links links) throws Exception {
        for (int round = 0; round < 20; round++) {
            var file = folder.resolve(round + ".key");
            var makers = IntStream.range(0, 4)
                    .mapToObj(maker -> (Callable<Boolean>) () ->
                            SecretFile.make(file, () -> bytes(maker + "x".repeat(5_000)), links))
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
