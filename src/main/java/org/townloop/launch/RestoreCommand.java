package org.townloop.launch;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.Erasures;
import org.townloop.base.kernel.DataFolder;
import org.townloop.launch.backup.Archive;
import org.townloop.launch.backup.Manifest;
import org.townloop.launch.backup.Restore;
import org.townloop.loop.checkout.Audit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Makes a town from a backup, in an empty folder and database, on this or another machine. Reads"
                + " all of the file first; ends with the audit of the books.")
final class RestoreCommand implements Callable<Integer> {

    private final Start start;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli, as the rest
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "What townloop backup wrote.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--check", description = "Only read the file, and name whatever is not as it was written.")
    private boolean checkOnly;

    @Option(names = "--without-keys", description = "Leave the keys of the backup where they are.")
    private boolean withoutKeys;

    @Option(
            names = "--erasures",
            paramLabel = "FILE",
            description = "The newest erasures.log of the town that the backup is of, if it is newer than the backup:"
                    + " whoever was erased since then stays erased.")
    private @Nullable Path erasures;

    RestoreCommand(Start start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        try (var archive = Archive.open(file)) {
            if (checkOnly) {
                archive.requireWhole();
                out().println(what(archive.manifest()) + "The file is as it was written.");
                return ExitCode.OK;
            }
            restore(archive);
        }
        return audited();
    }

    private void restore(Archive archive) {
        if (erasures != null && !Files.isReadable(erasures)) {
            throw new StartRefused("The erasures " + erasures + " cannot be read.");
        }
        var properties = TownloopProperties.of(start.settings());
        var passphrase = passphrase(archive.manifest(), properties);
        out().print(what(archive.manifest()));
        out().flush();
        try (var open = OpenDatabase.asItIs(properties)) {
            var data = properties.data().toAbsolutePath().normalize();
            new Restore(open.database(), data, Migrations.of(open.database())).from(archive, passphrase, this::learn);
        }
    }

    /** Before there is a row of the backup: whatever stops from here on, nobody who was erased is there at the next start. */
    private void learn(DataFolder folder) {
        if (erasures != null) {
            Erasures.learn(erasures, folder);
        }
    }

    private int audited() {
        try (var context = start.forCommand()) {
            var again = context.getBean(Erasures.class).replay();
            var broken = context.getBean(Audit.class).run();
            out().println("Restored. %d people who had been erased were erased again. ".formatted(again)
                    + LedgerCommand.report(broken));
            return broken.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private @Nullable String passphrase(Manifest manifest, TownloopProperties properties) {
        var passphrase = properties.backup().passphrase();
        if (withoutKeys || !manifest.keys()) {
            return null;
        }
        if (passphrase.isBlank()) {
            throw new StartRefused("The backup has the keys, encrypted: set TOWNLOOP_BACKUP_PASSPHRASE, or go without"
                    + " them: --without-keys, and townloop keys new afterwards.");
        }
        return passphrase;
    }

    private static String what(Manifest manifest) {
        return "A town of %s, Townloop %s on PostgreSQL %s: %,d rows of %d tables, %d files, %s keys.%n"
                .formatted(
                        manifest.at(),
                        manifest.program(),
                        manifest.postgres(),
                        manifest.rows(),
                        manifest.tables().size(),
                        manifest.files().size(),
                        manifest.keys() ? "with its" : "without its");
    }
}
