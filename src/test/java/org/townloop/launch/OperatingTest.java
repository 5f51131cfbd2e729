package org.townloop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** The file of settings that operators copy says what the program has, no more and no less. */
class OperatingTest {

    private static final Resource DOCUMENTED = new FileSystemResource("docs/operating/townloop.yaml");
    private static final Resource SHIPPED = new FileSystemResource("src/main/resources/application.yaml");

    /** A real town has no sandbox. */
    private static final Predicate<String> OF_A_TOWN = key -> key.startsWith("townloop.")
            && !key.startsWith("townloop.sandbox.")
            && !key.startsWith("townloop.payment.sandbox.");

    @Test
    void everySettingOfATownIsDocumentedWithItsDefault() throws IOException {
        var shipped = settings(SHIPPED);
        shipped.keySet().removeIf(OF_A_TOWN.negate());
        var documented = settings(DOCUMENTED);
        documented.keySet().removeIf(OF_A_TOWN.negate());
        assertThat(documented).isEqualTo(shipped);
    }

    @Test
    void whatElseIsDocumentedHasTheDefaultsOfServe() throws IOException {
        assertThat(settings(SHIPPED)).containsAllEntriesOf(settings(DOCUMENTED));
    }

    /** Of all documents of the file but the demo's; a later one, which is serve's, counts more. */
    private static Map<String, Object> settings(Resource file) throws IOException {
        var settings = new TreeMap<String, Object>();
        for (var source : new YamlPropertySourceLoader().load("settings", file)) {
            if ("demo".equals(source.getProperty("spring.config.activate.on-profile"))) {
                continue;
            }
            for (var key : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                settings.put(key, String.valueOf(source.getProperty(key)));
            }
        }
        return settings;
    }
}
