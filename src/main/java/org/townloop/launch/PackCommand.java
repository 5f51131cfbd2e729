package org.townloop.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.townloop.supply.pack.PackFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "pack", mixinStandardHelpOptions = true, description = "Trades as data, before they are installed.")
final class PackCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "validate",
            mixinStandardHelpOptions = true,
            description = "Names every fault of pack files by line and column, and how to mend it. It needs no town."
                    + " Exits with 2 if there is a fault.")
    int validate(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "FILE|FOLDER",
                            description = "pack.yaml, or a folder in which it is, with a start.yaml beside it.")
                    List<Path> paths)
            throws IOException {
        var files = new PackFiles();
        var faults = 0;
        for (var path : paths) {
            var found = Files.exists(path) ? files.faults(path, Locale.getDefault()) : List.of(path + ": is not there");
            found.forEach(spec.commandLine().getParent().getOut()::println);
            faults += found.size();
            if (found.isEmpty()) {
                spec.commandLine().getParent().getOut().println(path + ": no fault");
            }
        }
        return faults == 0 ? ExitCode.OK : ExitCode.USAGE;
    }
}
