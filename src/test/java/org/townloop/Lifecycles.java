package org.townloop;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycles of the town: each is an enum named {@code …State} whose {@code canBecome} is its transition table,
 * the first constant being the state in which a life begins.
 */
final class Lifecycles {

    private Lifecycles() {}

    static List<Class<?>> of(JavaClasses classes) {
        return classes.stream()
                .filter(JavaClass::isEnum)
                .filter(type -> type.getSimpleName().endsWith("State"))
                .sorted(Comparator.comparing(JavaClass::getName))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    /** A sentence for each thing that is wrong with the lifecycle's table. */
    static Stream<String> violations(Class<?> state) {
        var table = table(state);
        if (table == null) {
            return Stream.of(
                    state.getSimpleName() + " has no transition table canBecome(" + state.getSimpleName() + ")");
        }
        var reached = reachedFrom(states(state).getFirst(), table, new HashSet<>());
        return states(state).stream()
                .flatMap(each -> Stream.of(
                                can(table, each, each) ? each + " can become itself, which is no transition" : "",
                                reached.contains(each) ? "" : each + " is reached from nowhere")
                        .filter(sentence -> !sentence.isEmpty()))
                .map(sentence -> state.getSimpleName() + ": " + sentence);
    }

    /** Whether some table of the module's migrations allows exactly these states. */
    static boolean isInSchema(Class<?> state, List<SourceFile> migrations) {
        var names = Set.copyOf(states(state).stream().map(Object::toString).toList());
        return migrations.stream()
                .flatMap(migration -> Pattern.compile(
                                "(?:state\\s+text not null(?: default '\\w+')?|add constraint \\w+) check \\(state"
                                        + " in\\s*\\(([^)]*)\\)")
                        .matcher(migration.text())
                        .results())
                .map(found -> Set.of(found.group(1).replaceAll("[\\s']", "").split(",")))
                .anyMatch(names::equals);
    }

    /** Every pair of states as a table of Markdown. */
    static String markdown(Class<?> state) {
        var table = table(state);
        var states = states(state);
        if (table == null) {
            return "";
        }
        return "## %s\n\n| from \\ to | %s |\n|---|%s\n%s\n"
                .formatted(
                        state.getSimpleName(),
                        states.stream().map(Object::toString).collect(joining(" | ")),
                        "---|".repeat(states.size()),
                        states.stream()
                                .map(from -> "| **%s** | %s |\n"
                                        .formatted(
                                                from,
                                                states.stream()
                                                        .map(to -> can(table, from, to) ? "yes" : "–")
                                                        .collect(joining(" | "))))
                                .collect(joining()));
    }

    private static Set<Object> reachedFrom(Object state, Method table, Set<Object> seen) {
        if (seen.add(state)) {
            states(state.getClass()).stream()
                    .filter(next -> can(table, state, next))
                    .forEach(next -> reachedFrom(next, table, seen));
        }
        return seen;
    }

    private static List<Object> states(Class<?> state) {
        var type = state.isEnum() ? state : state.getSuperclass();
        return Arrays.asList(type.getEnumConstants());
    }

    private static @Nullable Method table(Class<?> state) {
        try {
            var table = state.getDeclaredMethod("canBecome", state);
            table.setAccessible(true);
            return table.getReturnType() == boolean.class ? table : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static boolean can(Method table, Object from, Object to) {
        try {
            return (boolean) table.invoke(from, to);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(from + " → " + to, e);
        }
    }
}
