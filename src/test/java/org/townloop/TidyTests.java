package org.townloop;

import static org.assertj.core.api.Assertions.assertThat;

import badtown.tidy.LampState;
import badtown.tidy.SleepState;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the house stays tidy. Each rule is shown a file that it must reject. */
class TidyTests {

    private static final List<SourceFile> JAVA = java();
    private static final List<SourceFile> TESTS = SourceFile.below("src/test/java", ".java");
    private static final List<SourceFile> ALL = Stream.of(
                    ".java", ".jte", ".sql", ".yaml", ".properties", ".css", ".js")
            .flatMap(ending -> SourceFile.below("src", ending).stream())
            .toList();

    @Test
    void everyFileIsFormatted() {
        assertThat(breaches(Tidy::unformatted, JAVA)).isEmpty();
        assertThat(Tidy.unformatted(java("class  Loose{}"))).isNotEmpty();
        assertThat(Tidy.unformatted(java("class Broken {"))).isNotEmpty();
    }

    @Test
    void namesSayWhatAThingIsOrDoes() {
        assertThat(breaches(Tidy::forbiddenNames, JAVA)).isEmpty();
        assertThat(Tidy.forbiddenNames(java("class OrderService {}"))).isNotEmpty();
        assertThat(Tidy.forbiddenNames(java("record OrderDto() {}"))).isNotEmpty();
        assertThat(Tidy.forbiddenNames(java("abstract class AbstractOrder {}"))).isNotEmpty();
        assertThat(Tidy.forbiddenNames(java("// no class OrderHelper here")))
                .as("a comment names no type")
                .isEmpty();
    }

    @Test
    void noFileIsTooLongToRead() {
        System.out.println("main: " + Tidy.sizes(SourceFile.below("src/main/java", ".java")));
        System.out.println("test: " + Tidy.sizes(TESTS));
        assertThat(breaches(Tidy::tooLong, JAVA)).isEmpty();
        assertThat(Tidy.tooLong(java("\n".repeat(Tidy.MOST_LINES + 1)))).isNotEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(breaches(Tidy::unfinished, ALL)).isEmpty();
        assertThat(Tidy.unfinished(java("// TO" + "DO one day"))).isNotEmpty();
    }

    @Test
    void noTestSleeps() {
        assertThat(breaches(Tidy::sleeps, TESTS)).isEmpty();
        assertThat(Tidy.sleeps(java("Thread.sl" + "eep(100);"))).isNotEmpty();
    }

    @Test
    void everyLifecycleHasOneTransitionTable() {
        assertThat(lifecycles().stream().flatMap(Lifecycles::violations)).isEmpty();
        assertThat(Lifecycles.violations(LampState.class)).isNotEmpty();
        assertThat(Lifecycles.violations(SleepState.class)).hasSize(2);
        assertThat(lifecycles()).extracting(Class::getSimpleName).doesNotHaveDuplicates();
    }

    @Test
    void theDatabaseKnowsTheSameStates() {
        var migrations = SourceFile.below("src/main/resources/db/migration", ".sql");
        assertThat(lifecycles()).allMatch(state -> Lifecycles.isInSchema(state, migrations));
        assertThat(Lifecycles.isInSchema(LampState.class, migrations)).isFalse();
    }

    @Test
    void everyPairOfStatesIsInTheDocuments() throws IOException {
        var page = Path.of("docs", "lifecycles.md");
        var text = "# Lifecycles\n\nWritten by `TidyTests` from the transition tables in the code; do not edit.\n\n"
                + lifecycles().stream().map(Lifecycles::markdown).collect(Collectors.joining());
        Files.createDirectories(page.getParent());
        if (!Files.exists(page) || !Files.readString(page).equals(text)) {
            Files.writeString(page, text);
        }
        assertThat(lifecycles()).allMatch(state -> text.contains("## " + state.getSimpleName()));
    }

    private static List<Class<?>> lifecycles() {
        return Lifecycles.of(new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("org.townloop"));
    }

    /** All of our Java; {@code mvn test -Dtest=TidyTests -Dformat} puts it into format first. */
    private static List<SourceFile> java() {
        var files = SourceFile.below("src", ".java");
        if (!Boolean.getBoolean("format")) {
            return files;
        }
        files.parallelStream().forEach(Tidy::format);
        return SourceFile.below("src", ".java");
    }

    private static SourceFile java(String text) {
        return SourceFile.of("src/main/java/Bad.java", text);
    }

    private static List<String> breaches(Function<SourceFile, Stream<String>> rule, List<SourceFile> files) {
        return files.parallelStream().flatMap(rule).toList();
    }
}
