package org.townloop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.TestTown;
import org.townloop.launch.TownloopProperties.Db;
import org.townloop.launch.TownloopProperties.Owner;
import org.townloop.launch.postgres.Database;
import org.townloop.launch.postgres.PostgresFailure;
import org.townloop.launch.postgres.Settings;

/** A PostgreSQL that would lose what it has acknowledged is not worked with. The tests' own is such a one. */
class DurabilityTests {

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void aPostgresThatForgetsIsRefusedAndEachSettingNamed(String setting) {
        assertThatThrownBy(() -> OpenDatabase.of(given(TestTown.database())))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining(setting + "=off");
    }

    @Test
    void whatTheProductStartsForgetsNothing() {
        assertThat(Settings.usual().values())
                .containsAllEntriesOf(Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on"));
    }

    @Test
    void theOwnerOfTheTablesMayNotBeTheApplicationsRole() {
        var database = TestTown.database();
        assertThatThrownBy(
                        () -> OpenDatabase.of(given(new Database(database.url(), database.owner(), database.owner()))))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("TOWNLOOP_DB_USER");
    }

    @Test
    void aDatabaseWithoutItsRolesIsRefused() {
        var properties = new TownloopProperties(
                Path.of("data"),
                "willow-creek",
                new Db("jdbc:postgresql://127.0.0.1:1/town", "", "", new Owner("", "")),
                new TownloopProperties.Backup(""));
        assertThatThrownBy(properties::givenDatabase)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("TOWNLOOP_DB_OWNER_USER");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        var nowhere = new Database(
                "jdbc:postgresql://127.0.0.1:1/town", new Database.Login("o", "o"), new Database.Login("a", "a"));
        assertThatThrownBy(() -> OpenDatabase.of(given(nowhere)))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("127.0.0.1:1/town");
    }

    private static TownloopProperties given(Database database) {
        return new TownloopProperties(
                Path.of("data"),
                "willow-creek",
                new Db(
                        database.url(),
                        database.app().user(),
                        database.app().password(),
                        new Owner(database.owner().user(), database.owner().password())),
                new TownloopProperties.Backup(""));
    }
}
