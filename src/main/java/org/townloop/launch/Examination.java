package org.townloop.launch;

import static org.townloop.launch.watch.Finding.care;
import static org.townloop.launch.watch.Finding.fault;
import static org.townloop.launch.watch.Finding.sound;

import java.net.URI;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.townloop.base.kernel.DataFolder;
import org.townloop.launch.postgres.Database;
import org.townloop.launch.watch.Finding;
import org.townloop.launch.watch.Machine;
import org.townloop.launch.watch.Outside;
import org.townloop.loop.voucher.KeyFile;

/** What the doctor asks before the program itself is started: settings, machine, gateways, database. */
final class Examination {

    private final Environment environment;
    private final TownloopProperties properties;
    private final Clock clock;
    private final boolean demo;

    Examination(Environment environment, Clock clock) {
        this.environment = environment;
        this.properties = TownloopProperties.of(environment);
        this.clock = clock;
        this.demo = Files.exists(properties.data().resolve(FolderHold.DEMO));
    }

    List<Finding> ofTheMachine() {
        return new Machine(properties.data(), clock).findings();
    }

    /** A demo has no address, no gateway and needs none. */
    List<Finding> ofTheWorld() {
        if (demo) {
            return List.of(sound("This is a demo's folder: no address and no gateways are needed"));
        }
        var findings = new ArrayList<Finding>();
        findings.add(key());
        findings.addAll(address());
        findings.addAll(gateways());
        return findings;
    }

    /** Without starting it, changing it, or bringing its tables up to date. */
    List<Finding> ofTheDatabase(OpenDatabase open) {
        var findings = new ArrayList<Finding>();
        findings.add(sound("PostgreSQL %s at %s: %s"
                .formatted(open.version(), open.database().url(), open.durability())));
        findings.add(databaseClock(open.database()));
        var pending = Migrations.pending(open.database());
        findings.add(
                pending.isEmpty()
                        ? sound("The tables are those of this program")
                        : care(
                                pending.size() + " migrations are not as this program has them: "
                                        + String.join(", ", pending),
                                "Those that are pending are made at the next start: back up first."));
        return findings;
    }

    private Finding key() {
        var key = KeyFile.in(new DataFolder(properties.data()));
        return key.exists()
                ? sound("The key that signs vouchers is " + key.kid())
                : fault("There is no key that signs vouchers", "townloop keys new");
    }

    private List<Finding> address() {
        var wrong = TownNeeds.url(environment);
        return wrong.isPresent()
                ? List.of(fault("The town has no address", "It needs " + wrong.get() + "."))
                : new Outside(clock).town(environment.getRequiredProperty("townloop.url"));
    }

    private List<Finding> gateways() {
        var findings = new ArrayList<Finding>();
        var outside = new Outside(clock);
        var mail = environment.getProperty("townloop.mail.host", "");
        if (!mail.isBlank()) {
            findings.add(outside.reachable(
                    "The mail server",
                    mail,
                    environment.getProperty("townloop.mail.port", Integer.class, 587),
                    "Mend townloop.mail.host and port, or let this machine through to it."));
        }
        var sms = environment.getProperty("townloop.sms.url", "");
        if (!sms.isBlank()) {
            var url = URI.create(sms);
            var port = url.getPort() > 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
            findings.add(outside.reachable(
                    "The SMS gateway",
                    String.valueOf(url.getHost()),
                    port,
                    "Mend townloop.sms.url, or let this machine through to it."));
        }
        if (findings.isEmpty()) {
            findings.add(fault(
                    "Nobody can be reached, so that nobody can sign in",
                    "Name a mail server (townloop.mail) or an SMS gateway (townloop.sms)."));
        }
        return findings;
    }

    private Finding databaseClock(Database database) {
        try (var connection = DriverManager.getConnection(
                        database.url(), database.app().user(), database.app().password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select now()")) {
            rows.next();
            var apart = Duration.between(clock.instant(), rows.getTimestamp(1).toInstant());
            return apart.abs().toSeconds() > 5
                    ? fault(
                            "The clock of PostgreSQL is %d s off".formatted(apart.toSeconds()),
                            "Set both machines by the network: timedatectl set-ntp true")
                    : sound("The clock of PostgreSQL agrees");
        } catch (SQLException e) {
            return fault("PostgreSQL does not say what time it is: " + e.getMessage(), "Look at its log.");
        }
    }
}
