package org.townloop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.TestTown;

/** A runner that skips a folder in silence leaves a module without tables. */
class TablesTests {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern CREATED = Pattern.compile("(?m)^create table (\\w+\\.\\w+)");

    private static final Pattern DROPPED = Pattern.compile("(?m)^drop table (\\w+\\.\\w+)");

    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());

    @Test
    void eachModuleWithAMigrationHasItsSchema() throws IOException {
        try (var folders = Files.list(MIGRATIONS)) {
            var modules = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
            assertThat(modules).isNotEmpty();
            assertThat(schemas()).containsExactlyInAnyOrderElementsOf(modules);
        }
    }

    @Test
    void eachTableOfAMigrationIsThere() throws IOException {
        assertThat(tables()).hasSizeGreaterThan(30).containsExactlyInAnyOrderElementsOf(tablesOfMigrations());
    }

    @Test
    void theApplicationsRoleReadsEachTable() {
        assertThat(tables())
                .allSatisfy(table -> assertThat(owner.queryForObject(
                                "select has_table_privilege('townloop_app', ?, 'select')", Boolean.class, table))
                        .isTrue());
    }

    private List<String> schemas() {
        return tables().stream()
                .map(table -> table.substring(0, table.indexOf('.')))
                .distinct()
                .toList();
    }

    private Set<String> tables() {
        return new TreeSet<>(owner.queryForList("""
            select schemaname || '.' || tablename
            from pg_tables
            where schemaname not in ('public', 'pg_catalog', 'information_schema')
            """, String.class));
    }

    private static Set<String> tablesOfMigrations() throws IOException {
        var tables = named(CREATED);
        tables.removeAll(named(DROPPED));
        return tables;
    }

    private static Set<String> named(Pattern statement) throws IOException {
        try (var files = Files.walk(MIGRATIONS)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> statement.matcher(read(file)).results())
                    .map(named -> named.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
