package org.townloop.launch;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. Without a command it says what there is. */
@Command(
        name = "townloop",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "The platform with which a town runs its own local-services economy.",
        footer = {
            "",
            "Settings: TOWNLOOP_DATA (folder, default ./data), SERVER_PORT (8080), SERVER_ADDRESS (127.0.0.1),",
            "TOWNLOOP_CONFIG (a file of settings; docs/operating/townloop.yaml lists them all)."
        })
public final class Commands implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Commands() {}

    /**
     * Runs what the arguments say.
     *
     * @param program the Spring Boot application
     * @return the exit code: 0 done, 1 failed, 2 misunderstood
     */
    public static int run(Class<?> program, String... arguments) {
        var start = new Start(program);
        var all = new CommandLine(new Commands());
        all.getCommandSpec().version("Townloop " + Version.OF_PROGRAM);
        return all.addSubcommand(new DemoCommand(start))
                .addSubcommand(new ServeCommand(start))
                .addSubcommand(new KeysCommand(start))
                .addSubcommand(new RegionCommand(start))
                .addSubcommand(new OperatorCommand(start))
                .addSubcommand(new ImportCommand(start))
                .addSubcommand(new PackCommand())
                .addSubcommand(new SearchCommand(start))
                .addSubcommand(new LedgerCommand(start))
                .addSubcommand(new BackupCommand(start))
                .addSubcommand(new RestoreCommand(start))
                .addSubcommand(new DoctorCommand(start))
                .addSubcommand(new RehearseCommand(start))
                .setExecutionExceptionHandler((failure, line, result) -> tell(failure, line.getErr()))
                .execute(arguments);
    }

    /** Failures that have no sentence were printed by Spring already, or are printed here with their trace. */
    private static int tell(Exception failure, PrintWriter err) {
        PlainFailures.sentence(failure).ifPresentOrElse(err::println, () -> failure.printStackTrace(err));
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
