package org.townloop.launch;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /** By the name under which they are called, in the order of the help. */
    private static final Map<String, Function<Start, Object>> ALL = all();

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
        var line = new CommandLine(new Commands());
        line.getCommandSpec().version("Townloop " + Version.OF_PROGRAM);
        asked(arguments).forEach(command -> line.addSubcommand(command.apply(start)));
        return line.setExecutionExceptionHandler((failure, failed, result) -> tell(failure, failed.getErr()))
                .execute(arguments);
    }

    /** The one that is named, whose start then need not read the options of all others; else all, for the help. */
    private static Collection<Function<Start, Object>> asked(String... arguments) {
        var named = arguments.length == 0 ? null : ALL.get(arguments[0]);
        return named == null ? ALL.values() : List.of(named);
    }

    private static Map<String, Function<Start, Object>> all() {
        var all = new LinkedHashMap<String, Function<Start, Object>>();
        all.put("demo", DemoCommand::new);
        all.put("serve", ServeCommand::new);
        all.put("keys", KeysCommand::new);
        all.put("region", RegionCommand::new);
        all.put("operator", OperatorCommand::new);
        all.put("import", ImportCommand::new);
        all.put("pack", start -> new PackCommand());
        all.put("search", SearchCommand::new);
        all.put("ledger", LedgerCommand::new);
        all.put("backup", BackupCommand::new);
        all.put("restore", RestoreCommand::new);
        all.put("doctor", DoctorCommand::new);
        all.put("rehearse", RehearseCommand::new);
        return all;
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
