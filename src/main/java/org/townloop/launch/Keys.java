package org.townloop.launch;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    private static final Set<String> OTHERS = Set.of("townloop.browser");

    private Keys() {}

    /** @throws StartRefused naming each key that means nothing */
    static void requireKnown(ConfigurableEnvironment environment) {
        var known = names(environment, Keys::isShipped).map(Keys::canonical).collect(Collectors.toSet());
        var unknown = names(environment, source -> !isShipped(source) && !isOurs(source))
                .filter(name -> !known.contains(canonical(name)) && !OTHERS.contains(canonical(name)))
                .distinct()
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new StartRefused(sentence(unknown));
        }
    }

    private static String sentence(List<String> unknown) {
        return "There is no such setting: " + String.join(", ", unknown)
                + ". Mend its name or remove it; application.yaml lists all there are.";
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
