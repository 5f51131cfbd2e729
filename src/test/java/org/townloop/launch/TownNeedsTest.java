package org.townloop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import org.townloop.base.kernel.DataFolder;
import org.townloop.loop.voucher.KeyFile;

/** What a real town needs before it opens; the shipped settings alone are not enough. */
class TownNeedsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void allThatIsMissingIsSaidAtOnceWithTheWayToGetIt() {
        assertThatThrownBy(this::require)
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll(
                        "TOWNLOOP_URL=https://", "TOWNLOOP_MAIL_HOST", "TOWNLOOP_SMS_URL", "townloop keys new");
    }

    @Test
    void aTownWithAnAddressAWayToReachPeopleAndAKeyMayOpen() {
        complete();
        assertThatNoException().isThrownBy(this::require);
    }

    @ParameterizedTest
    @CsvSource({"townloop.url,", "townloop.mail.host,", "townloop.url,http://town.example", "townloop.url,town.example"
    })
    void oneThingMissingIsEnoughToRefuse(String key, String value) {
        complete();
        environment.setProperty(key, value == null ? "" : value);
        assertThatThrownBy(this::require).isInstanceOf(StartRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8080", "http://127.0.0.1", "https://town.example"})
    void plainHttpIsForThisMachineOnly(String url) {
        environment.setProperty("townloop.url", url);
        assertThat(TownNeeds.url(environment)).isEmpty();
    }

    @Test
    void anSmsGatewayAloneReachesPeopleToo() {
        environment.setProperty("townloop.sms.url", "https://sms.example/send");
        assertThat(TownNeeds.reachesPeople(environment)).isTrue();
    }

    @Test
    void aFolderIsADemosOrATownsForGood() throws Exception {
        FolderHold.asDemo(data.resolve("one")).close();
        FolderHold.asTown(data.resolve("two")).close();
        assertThatThrownBy(() -> FolderHold.asTown(data.resolve("one"))).hasMessageContaining("is a demo's");
        assertThatThrownBy(() -> FolderHold.asDemo(data.resolve("two"))).hasMessageContaining("a real town");
        FolderHold.asTown(data.resolve("two")).close();
    }

    private void complete() {
        environment.setProperty("townloop.url", "https://town.example");
        environment.setProperty("townloop.mail.host", "mail.example");
        KeyFile.in(new DataFolder(data)).make();
    }

    private void require() {
        TownNeeds.require(
                environment,
                new TownloopProperties(
                        data,
                        "x",
                        new TownloopProperties.Db("", "", "", new TownloopProperties.Owner("", "")),
                        new TownloopProperties.Backup("")));
    }
}
