package org.townloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Who may use whom. Each rule is shown a bad town (in {@code badtown}) that it must reject. */
class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(Townloop.class);
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.townloop");
    private static final List<SourceFile> MIGRATIONS =
            SourceFile.below("src/main/resources/db/migration", ".sql").stream()
                    .filter(file -> file.name().startsWith("V"))
                    .toList();
    private static final SchemaRules TABLES = new SchemaRules(MIGRATIONS);

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        MODULES.verify();
    }

    @Test
    void aModuleThatUsesWhatItDidNotDeclareIsRejected() {
        assertThatThrownBy(() -> badTown("undeclared").verify()).hasMessageContaining("ordering");
    }

    @Test
    void modulesThatUseEachOtherAreRejected() {
        assertThatThrownBy(() -> badTown("cycle").verify()).hasMessageContaining("Cycle detected");
    }

    @Test
    void everyModuleDeclaresItsNameAndWhatItUses() {
        assertThat(MODULES.stream()).isNotEmpty().allSatisfy(ModularityTests::assertDeclares);
    }

    @Test
    void aModuleThatDeclaresNothingIsRejected() {
        assertThatThrownBy(() -> badTown("silent").forEach(ModularityTests::assertDeclares))
                .isInstanceOf(AssertionError.class);
    }

    private static void assertDeclares(org.springframework.modulith.core.ApplicationModule module) {
        var declared =
                module.getBasePackage().getAnnotation(ApplicationModule.class).orElseThrow();
        assertThat(declared.id()).isEqualTo(module.getBasePackage().getLocalName());
        assertThat(declared.allowedDependencies()).doesNotContain(ApplicationModule.OPEN_TOKEN);
    }

    static List<ArchRule> rules() {
        return ArchitectureRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theTownKeepsTheRule(ArchRule rule) {
        rule.check(CLASSES);
    }

    static Stream<Arguments> badTowns() {
        return Stream.of(
                Arguments.of("surfaceuser", ArchitectureRules.NOTHING_USES_A_SURFACE),
                Arguments.of("surfaceuser", ArchitectureRules.DISTRICTS_USE_ONLY_WHAT_LIES_BELOW),
                Arguments.of("cycle", ArchitectureRules.THE_LOOP_IS_ACYCLIC),
                Arguments.of("web", ArchitectureRules.CAPABILITIES_KNOW_NO_HTTP),
                Arguments.of("web", ArchitectureRules.PAYMENT_IS_A_CLIENT_ONLY),
                Arguments.of("fields", ArchitectureRules.NOTHING_IS_INJECTED_INTO_FIELDS));
    }

    @ParameterizedTest
    @MethodSource("badTowns")
    void aBadTownIsRejected(String town, ArchRule rule) {
        var classes = new ClassFileImporter().importPackages("badtown." + town);
        assertThat(rule.evaluate(classes).hasViolation()).isTrue();
    }

    @Test
    void theModuleMapIsInTheDocuments() throws IOException {
        var page = Path.of("docs", "modules.md");
        var map = new ModuleMap(MODULES).markdown();
        Files.createDirectories(page.getParent());
        if (!Files.exists(page) || !Files.readString(page).equals(map)) {
            Files.writeString(page, map);
        }
        assertThat(page).content().contains("flowchart", "kernel");
    }

    @Test
    void aModulesStatementsTouchItsOwnTablesOnly() {
        assertThat(SourceFile.below("src/main/java", ".java").stream()
                        .flatMap(file -> TABLES.violations(file).stream()))
                .isEmpty();
    }

    @Test
    void aStatementThatTouchesAnotherModulesTableIsRejected() {
        var orders = SourceFile.of(
                "src/main/java/org/townloop/loop/ordering/Orders.java",
                "/* select from visit.visit */ var sql = \"\"\"\n"
                        + " select 1 from ordering.orders o, offer.version v\"\"\";");
        assertThat(TABLES.violations(orders)).singleElement().asString().endsWith("touches offer.version");
    }

    @Test
    void aMigrationCreatesTablesOfItsOwnModuleOnly() {
        assertThat(MIGRATIONS)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(SchemaRules.strayTables(file)).isEmpty());
        assertThat(SchemaRules.strayTables(SourceFile.of("ordering/V1__x.sql", "create table visit.note (id int);")))
                .isNotEmpty();
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIsFor() {
        var sources = SourceFile.below("src/main/java", ".java");
        assertThat(unmarked(sources)).isEmpty();
        assertThat(unmarked(List.of(SourceFile.of("a/Bare.java", "class Bare {}"))))
                .isNotEmpty();
        assertThat(unmarked(List.of(SourceFile.of("a/package-info.java", "package a;"))))
                .isNotEmpty();
    }

    private static Set<Path> unmarked(List<SourceFile> sources) {
        var folders = sources.stream().map(file -> file.path().getParent()).collect(Collectors.toSet());
        sources.stream()
                .filter(file -> file.name().equals("package-info.java"))
                .filter(file ->
                        file.text().contains("@NullMarked") && file.text().contains("/**"))
                .forEach(file -> folders.remove(file.path().getParent()));
        return folders;
    }

    private static ApplicationModules badTown(String name) {
        return ApplicationModules.of("badtown." + name, location -> true);
    }
}
