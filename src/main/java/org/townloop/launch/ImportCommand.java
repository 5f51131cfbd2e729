package org.townloop.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.listing.Datum;
import org.townloop.supply.merchant.listing.Import;
import org.townloop.supply.merchant.listing.Options;
import org.townloop.supply.merchant.listing.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Brings in real places as listings without booking, and regions. The same files again change"
                + " nothing; what is wrong with a row is said by its line and stops nothing else.")
final class ImportCommand implements Callable<Integer> {

    private final Start start;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli, as the rest
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "CSV of OpenStreetMap points, JSON of CrossWOZ (Beijing), CSV of China's divisions, or"
                    + " folders of them.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Option(
            names = "--region",
            paramLabel = "CODE",
            description = "Where all places belong. Without it each row's address or position says.")
    private @Nullable String region;

    @Option(names = "--gcj02", description = "The coordinates are of GCJ-02, as on maps published in China.")
    private boolean gcj02;

    @Option(
            names = "--problems",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many problems to print for each file (${DEFAULT-VALUE}).")
    private int mostProblems;

    ImportCommand(Start start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        var options = new Options(region, gcj02 ? Datum.GCJ02 : Datum.WGS84);
        try (var context = start.forCommand()) {
            var report = context.getBean(Import.class).run(files, options, Progress.bar());
            spec.commandLine().getOut().println(report.text(mostProblems));
            return report.isEmpty() ? ExitCode.SOFTWARE : ExitCode.OK;
        }
    }
}
