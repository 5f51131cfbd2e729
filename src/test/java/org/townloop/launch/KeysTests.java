package org.townloop.launch;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** A setting that means nothing is not passed over. */
class KeysTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TOWNLOOP_DTA",
                "TOWNLOOP_MODE",
                "TOWNLOOP_DB_OWNER",
                "townloop.gateway",
                "townloop.db.pasword",
                "Townloop.Data.Folder"
            })
    void anUnknownKeyIsNamed(String key) {
        assertThatThrownBy(() -> Keys.requireKnown(with(key)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TOWNLOOP_DATA",
                "townloop.data",
                "TOWNLOOP_DB_URL",
                "TOWNLOOP_DB_OWNER_PASSWORD",
                "townloop.db.owner.user",
                "TOWNLOOP_BROWSER",
                "SERVER_PORT",
                "PATH"
            })
    void aKeyThatThereIsMayBeSet(String key) {
        assertThatNoException().isThrownBy(() -> Keys.requireKnown(with(key)));
    }

    @Test
    void allUnknownKeysAreNamedAtOnce() {
        assertThatThrownBy(() -> Keys.requireKnown(with("TOWNLOOP_A", "TOWNLOOP_B")))
                .hasMessageContaining("TOWNLOOP_A, TOWNLOOP_B");
    }

    @Test
    void aSlipOfTheFingerIsToldWhatItLooksLike() {
        assertThatThrownBy(() -> Keys.requireKnown(with("TOWNLOOP_REGOIN"))).hasMessageContaining("townloop.region");
    }

    @Test
    void aRetiredKeyIsToldWhatReplacedIt() {
        var retired = Map.of("townloop.folder", "Name the folder by TOWNLOOP_DATA.");
        assertThatThrownBy(() -> Keys.requireKnown(with("TOWNLOOP_FOLDER"), retired))
                .hasMessageContainingAll("TOWNLOOP_FOLDER is retired", "TOWNLOOP_DATA");
    }

    private static StandardEnvironment with(String... keys) {
        var environment = new StandardEnvironment();
        var set = Stream.of(keys).collect(Collectors.toMap(key -> key, key -> (Object) ""));
        environment.getPropertySources().addFirst(new MapPropertySource("set by somebody", set));
        shipped().forEach(environment.getPropertySources()::addLast);
        return environment;
    }

    private static List<PropertySource<?>> shipped() {
        try {
            var file = new ClassPathResource("application.yaml");
            return new YamlPropertySourceLoader().load("Config resource '" + file.getDescription() + "'", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
