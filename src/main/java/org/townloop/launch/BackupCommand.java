package org.townloop.launch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.townloop.launch.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Writes the whole town into one file, as one snapshot sees it, while the town goes on working.",
        footer = {
            "",
            "The keys go along encrypted, under TOWNLOOP_BACKUP_PASSPHRASE; without a passphrase say --without-keys.",
            "All else in the file is as readable as the database: keep it where only you can read it."
        })
final class BackupCommand implements Callable<Integer> {

    private final Start start;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli, as the rest
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Where to; it must not be there yet.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--without-keys",
            description = "Leave the keys out. Vouchers stay good without them; new ones are signed with a new key.")
    private boolean withoutKeys;

    BackupCommand(Start start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        var properties = TownloopProperties.of(start.settings());
        var passphrase = passphrase(properties);
        try (var open = OpenDatabase.asItIs(properties)) {
            var manifest = new Backup(
                            open.database(),
                            properties.data().toAbsolutePath().normalize(),
                            Version.OF_PROGRAM,
                            Clock.systemUTC())
                    .into(file, passphrase);
            spec.commandLine()
                    .getOut()
                    .println("%s: %,d rows of %d tables, %d files, keys %s. townloop restore --check %s reads it again."
                            .formatted(
                                    file,
                                    manifest.rows(),
                                    manifest.tables().size(),
                                    manifest.files().size(),
                                    manifest.keys() ? "encrypted" : "left out",
                                    file));
            return ExitCode.OK;
        }
    }

    private @Nullable String passphrase(TownloopProperties properties) {
        var passphrase = properties.backup().passphrase();
        if (withoutKeys) {
            return null;
        }
        if (passphrase.isBlank()) {
            throw new StartRefused("The keys are secret: set TOWNLOOP_BACKUP_PASSPHRASE and they go along encrypted, or"
                    + " leave them out: --without-keys.");
        }
        return passphrase;
    }
}
