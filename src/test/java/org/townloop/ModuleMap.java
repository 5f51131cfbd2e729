package org.townloop;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules as a page for people: a drawing, and a table of what each is for and uses. */
final class ModuleMap {

    private static final List<String> DISTRICTS = List.of("base", "supply", "loop", "surface", "launch");

    private final Map<String, ApplicationModule> modules = new TreeMap<>();
    private final Map<String, Set<String>> uses = new TreeMap<>();

    ModuleMap(ApplicationModules all) {
        for (var module : all) {
            var id = module.getIdentifier().toString();
            modules.put(id, module);
            uses.put(
                    id,
                    module.getDirectDependencies(all)
                            .uniqueModules()
                            .map(used -> used.getIdentifier().toString())
                            .filter(used -> !used.equals(id))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    String markdown() {
        return """
            # The modules

            Written by `ModularityTests` from the code; do not edit. An arrow reads "uses"; what follows from other \
            arrows is left out of the drawing and stands in the table. `launch`, which starts the rest, is not drawn.

            ```mermaid
            flowchart BT
            %s```

            %s\
            """.formatted(drawing(), DISTRICTS.stream().map(this::table).collect(joining()));
    }

    private String drawing() {
        var boxes = DISTRICTS.stream()
                .filter(district -> !district.equals("launch") && !in(district).isEmpty())
                .map(district -> "    subgraph %s\n%s    end\n"
                        .formatted(
                                district,
                                in(district).stream()
                                        .map("        %s\n"::formatted)
                                        .collect(joining())))
                .collect(joining());
        return boxes
                + modules.keySet().stream()
                        .filter(id -> !district(id).equals("launch"))
                        .flatMap(id -> reduced(id).stream().map(used -> "    %s --> %s\n".formatted(id, used)))
                        .collect(joining());
    }

    private String table(String district) {
        if (in(district).isEmpty()) {
            return "";
        }
        return "## %s\n\n| module | what it is for | uses |\n|---|---|---|\n%s\n"
                .formatted(district, in(district).stream().map(this::row).collect(joining()));
    }

    private String row(String id) {
        return "| `%s` | %s | %s |\n"
                .formatted(
                        id,
                        purpose(id),
                        uses.getOrDefault(id, Set.of()).stream()
                                .map("`%s`"::formatted)
                                .collect(joining(", ")));
    }

    /** The Javadoc of the package, as one line of Markdown. */
    private String purpose(String id) {
        var folder = packageOf(id).replace('.', '/');
        var text = SourceFile.below("src/main/java/" + folder, "package-info.java").stream()
                .min(Comparator.comparing(file -> file.path().getNameCount()))
                .orElseThrow()
                .text();
        var start = text.indexOf("/**");
        return start < 0
                ? ""
                : text.substring(start + 3, text.indexOf("*/", start))
                        .replaceAll("\\{@(?:code|link|linkplain) ([^}]+)}", "`$1`")
                        .replaceAll("(?m)^\\s*\\*", " ")
                        .replaceAll("<[^>]+>", " ")
                        .replace("|", "\\|")
                        .replaceAll("\\s+", " ")
                        .strip();
    }

    private List<String> in(String district) {
        return modules.keySet().stream()
                .filter(id -> district(id).equals(district))
                .toList();
    }

    private String district(String id) {
        return packageOf(id).split("\\.")[2];
    }

    private String packageOf(String id) {
        return Objects.requireNonNull(modules.get(id)).getBasePackage().getName();
    }

    private Set<String> reduced(String id) {
        var direct = new TreeSet<>(uses.getOrDefault(id, Set.of()));
        uses.getOrDefault(id, Set.of()).forEach(used -> direct.removeAll(reachable(used, new TreeSet<>())));
        return direct;
    }

    private Set<String> reachable(String id, Set<String> seen) {
        for (var used : uses.getOrDefault(id, Set.of())) {
            if (seen.add(used)) {
                reachable(used, seen);
            }
        }
        return seen;
    }
}
