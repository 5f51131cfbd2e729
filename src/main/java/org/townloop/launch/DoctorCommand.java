package org.townloop.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.townloop.launch.postgres.PostgresFailure;
import org.townloop.launch.watch.Finding;
import org.townloop.launch.watch.Finding.Level;
import org.townloop.launch.watch.Town;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Looks at the machine, the settings, the database, the gateways and the town, and says of each"
                + " fault how to mend it. It changes nothing. Exits with 1 if there is a fault.")
final class DoctorCommand implements Callable<Integer> {

    private final Start start;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    DoctorCommand(Start start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        var environment = start.settings();
        var examination = new Examination(environment, Clock.systemUTC());
        var found = new ArrayList<Finding>();
        tell(found, "The machine", examination.ofTheMachine());
        tell(found, "The world", examination.ofTheWorld());
        if (isWellSoFar(found)) {
            tell(found, "The town", town(environment, examination));
        }
        var faults =
                found.stream().filter(finding -> finding.level() == Level.FAULT).count();
        print(
                faults == 0
                        ? "No fault was found."
                        : faults == 1 ? "1 fault was found." : faults + " faults were found.");
        return faults == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Without a folder to work in there is no database to ask. */
    private static boolean isWellSoFar(List<Finding> found) {
        return found.stream()
                .noneMatch(finding ->
                        finding.level() == Level.FAULT && finding.what().contains("data folder"));
    }

    private List<Finding> town(ConfigurableEnvironment environment, Examination examination) {
        var properties = TownloopProperties.of(environment);
        if (properties.givenDatabase() == null
                && !Files.exists(properties.data().resolve("postgres"))) {
            return List.of(Finding.care("There is no database yet", "It is made at the first start, or by a restore."));
        }
        var findings = new ArrayList<Finding>();
        try (var open = OpenDatabase.asItIs(properties)) {
            findings.addAll(examination.ofTheDatabase(open));
        } catch (PostgresFailure e) {
            return List.of(
                    Finding.fault(String.valueOf(e.getMessage()), "Look at " + properties.data() + "/postgres.log."));
        }
        if (findings.stream().allMatch(finding -> finding.level() == Level.SOUND)) {
            findings.addAll(atWork(environment));
        }
        return findings;
    }

    private List<Finding> atWork(ConfigurableEnvironment environment) {
        try (var context = start.forCommand()) {
            return context.getBean(Town.class).findings(isOpen(environment));
        }
    }

    /** Whether its port is taken, by the town most likely. */
    private static boolean isOpen(ConfigurableEnvironment environment) {
        var port = environment.getProperty("server.port", Integer.class, 0);
        try (var socket = new ServerSocket(port, 1, environment.getProperty("server.address", InetAddress.class))) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    private void tell(List<Finding> all, String about, List<Finding> findings) {
        all.addAll(findings);
        print(about);
        findings.forEach(finding -> print(finding.text()));
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
