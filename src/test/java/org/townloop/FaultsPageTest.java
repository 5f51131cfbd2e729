package org.townloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on faults names tests that there are. */
class FaultsPageTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Tests?)\\.(\\w+)`");

    @Test
    void everyTestThatThePageNamesIsThere() throws IOException {
        var named = NAMED.matcher(Files.readString(Path.of("docs", "faults.md")))
                .results()
                .toList();
        var tests = tests();
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(named)
                .allSatisfy(each -> assertThat(isThere(tests, each.group(1), each.group(2)))
                        .as(each.group())
                        .isTrue());
    }

    /** The control: a test that there is not is not found. */
    @Test
    void aTestThatThereIsNotIsNotFound() {
        assertThat(isThere(tests(), "FaultsPageTest", "nothingOfTheKind")).isFalse();
        assertThat(isThere(tests(), "NoSuchTest", "everyTestThatThePageNamesIsThere"))
                .isFalse();
    }

    private static boolean isThere(Map<String, String> tests, String type, String method) {
        return tests.getOrDefault(type, "").contains("void " + method + "(");
    }

    private static Map<String, String> tests() {
        try (var files = Files.walk(Path.of("src", "test", "java"))) {
            return files
                    .filter(file -> file.toString().matches(".*Tests?\\.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            Function.identity(),
                            (one, other) -> one))
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> read(entry.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
