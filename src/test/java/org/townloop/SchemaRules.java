package org.townloop;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whose tables a module's SQL touches: its own. The tables are those that the migrations create. */
final class SchemaRules {

    private static final Pattern CREATED = Pattern.compile("create table (?:if not exists )?(\\w+)\\.(\\w+)");
    private static final Pattern SQL =
            Pattern.compile("(?i)\\b(select|insert into|update|delete from|truncate|copy|with)\\s");
    private static final Pattern MODULE = Pattern.compile("org/townloop/(?:base|supply|loop|surface)/(\\w+)/");

    /** What the audit checks lies between the tables of several modules: it reads them all, and writes none. */
    private static final List<String> AUDIT = List.of(
            "org/townloop/loop/checkout/Promise.java",
            "org/townloop/loop/checkout/ShopPromises.java",
            "org/townloop/loop/checkout/CardPromises.java",
            "org/townloop/loop/checkout/RefundPromises.java",
            "org/townloop/loop/checkout/CardPaymentPromises.java",
            "org/townloop/loop/checkout/CouponPromises.java");

    private final Map<String, Pattern> tables = new TreeMap<>();

    SchemaRules(List<SourceFile> migrations) {
        migrations.stream()
                .flatMap(migration -> CREATED.matcher(migration.text()).results())
                .forEach(this::add);
    }

    private void add(MatchResult created) {
        var name = created.group(1) + "." + created.group(2);
        tables.put(name, Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "\\b"));
    }

    Map<String, Pattern> tables() {
        return tables;
    }

    /** A sentence for each statement in the file that touches a table of another module. */
    List<String> violations(SourceFile file) {
        var module = MODULE.matcher(file.path().toString());
        if (!module.find() || AUDIT.stream().anyMatch(file.path()::endsWith)) {
            return List.of();
        }
        return file.literals().stream()
                .filter(literal -> SQL.matcher(literal).find())
                .flatMap(sql -> foreign(sql, module.group(1)))
                .distinct()
                .map(table -> file.path() + " touches " + table)
                .toList();
    }

    private Stream<String> foreign(String sql, String module) {
        return tables.entrySet().stream()
                .filter(table -> !table.getKey().startsWith(module + "."))
                .filter(table -> table.getValue().matcher(sql).find())
                .map(Map.Entry::getKey);
    }

    /** A sentence for each migration that creates a table outside of the schema its folder is named after. */
    static List<String> strayTables(SourceFile migration) {
        var path = migration.path();
        var folder = path.getName(path.getNameCount() - 2).toString();
        return CREATED.matcher(migration.text())
                .results()
                .filter(created -> !created.group(1).equals(folder))
                .map(created -> migration.path() + " creates " + created.group(1) + "." + created.group(2))
                .toList();
    }
}
