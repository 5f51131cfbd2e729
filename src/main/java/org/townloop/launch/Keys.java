package org.townloop.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * The keys of Townloop: those of the shipped {@code application.yaml} and no others. A misspelt key that is passed over
 * in silence is a setting that its writer believes in.
 */
final class Keys {

    private static final String SHIPPED = "class path resource [application.yaml]";
    /** Read by the tests and the launcher script, not by the program. */
    private static final Set<String> OTHERS =
            Set.of("townloop.browser", "townloop.config", "townloop.java", "townloop.cache");

    /** A slip of the finger or two. */
    private static final int NEAR = 2;

    private Keys() {}

    /** @throws StartRefused naming each key that means nothing, what replaced it, or the one it looks like */
    static void requireKnown(ConfigurableEnvironment environment) {
        requireKnown(environment, retired());
    }

    /** @param retired what to say of keys that there were once, by their name */
    static void requireKnown(ConfigurableEnvironment environment, Map<String, String> retired) {
        var known = names(environment, Keys::isShipped)
                .collect(Collectors.toMap(Keys::canonical, name -> name, (a, b) -> a));
        var unknown = names(environment, source -> !isShipped(source) && !isOurs(source))
                .filter(name -> !known.containsKey(canonical(name)) && !OTHERS.contains(canonical(name)))
                .distinct()
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new StartRefused("There is no such setting: " + String.join(", ", unknown)
                    + ". Mend its name or remove it; application.yaml lists all there are."
                    + unknown.stream().map(name -> advice(name, known, retired)).collect(Collectors.joining()));
        }
    }

    private static String advice(String name, Map<String, String> known, Map<String, String> retired) {
        var replaced = retired.get(canonical(name));
        if (replaced != null) {
            return " " + name + " is retired: " + replaced;
        }
        return known.keySet().stream()
                .filter(other -> distance(other, canonical(name)) <= NEAR)
                .min(Comparator.comparingInt(other -> distance(other, canonical(name))))
                .map(other -> " " + name + " looks like " + known.get(other) + ".")
                .orElse("");
    }

    /** Each line: the key as it was, and what to do instead. */
    private static Map<String, String> retired() {
        try (var file = Objects.requireNonNull(Keys.class.getResourceAsStream("/retired-keys.properties"))) {
            var lines = new Properties();
            lines.load(file);
            return lines.stringPropertyNames().stream().collect(Collectors.toMap(Keys::canonical, lines::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Letters to be inserted, removed or changed to make the one of the other (Levenshtein). */
    private static int distance(String one, String other) {
        var costs = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            var diagonal = costs[0];
            costs[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                var changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.min(changed, Math.min(costs[j], costs[j - 1]) + 1);
            }
        }
        return costs[other.length()];
    }

    private static Stream<String> names(ConfigurableEnvironment environment, Predicate<PropertySource<?>> which) {
        return environment.getPropertySources().stream()
                .filter(which)
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> canonical(name).startsWith("townloop."));
    }

    private static boolean isShipped(PropertySource<?> source) {
        return source.getName().contains(SHIPPED);
    }

    private static boolean isOurs(PropertySource<?> source) {
        return source.getName().equals(Start.COMMAND_SETTINGS);
    }

    /** {@code TOWNLOOP_DB_URL}, {@code townloop.db.url} and {@code townloop.DB.URL} are the same key. */
    private static String canonical(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace('_', '.');
    }
}
