package org.townloop.launch;

import org.townloop.base.kernel.DataFolder;
import org.townloop.loop.voucher.KeyFile;
import org.townloop.loop.voucher.Vouchers;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "keys", mixinStandardHelpOptions = true, description = "The key that signs vouchers.")
final class KeysCommand {

    private final Start start;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    KeysCommand(Start start) {
        this.start = start;
    }

    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = "Makes the key in the data folder, readable by its owner only. One that is there stays.")
    int make() {
        var file = KeyFile.in(
                new DataFolder(TownloopProperties.of(start.settings()).data()));
        var made = file.make();
        spec.commandLine()
                .getOut()
                .println((made ? "Made " : "There is one already: ")
                        + file.path().toAbsolutePath().normalize() + ", named " + file.kid() + "."
                        + (made
                                ? " Keep a copy where the town's backups are: townloop backup can take it along."
                                : ""));
        return ExitCode.OK;
    }

    @Command(
            name = "cut-off",
            mixinStandardHelpOptions = true,
            description = {
                "Cuts a key off that somebody else may have: what it signed is good no longer, here within a second,"
                        + " at",
                "counters without network with their next bundle. Residents' codes carry a new key when they are next"
                        + " shown."
            })
    int cutOff(
            @Parameters(paramLabel = "KID", description = "its name, as /.well-known/jwks.json shows it") String kid) {
        try (var town = start.forCommand()) {
            var vouchers = town.getBean(Vouchers.class);
            var cut = vouchers.cutOff(kid);
            spec.commandLine()
                    .getOut()
                    .println(
                            cut
                                    ? "Cut off: " + kid + ". New codes are signed by "
                                            + vouchers.keyNames().getLast() + "."
                                    : "There is no such key, or it was cut off before: " + kid);
            return cut ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }
}
