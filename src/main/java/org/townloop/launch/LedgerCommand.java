package org.townloop.launch;

import java.util.List;
import java.util.stream.Collectors;
import org.townloop.loop.checkout.Audit;
import org.townloop.loop.ledger.Broken;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "ledger", mixinStandardHelpOptions = true, description = "The books.")
final class LedgerCommand {

    private final Start start;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    LedgerCommand(Start start) {
        this.start = start;
    }

    @Command(
            name = "audit",
            mixinStandardHelpOptions = true,
            description = "Checks that the books balance and that orders, vouchers and money agree. Exits with 1 and"
                    + " names the first broken invariant if they do not.")
    int audit() {
        try (var context = start.forCommand()) {
            var broken = context.getBean(Audit.class).run();
            spec.commandLine().getOut().println(report(broken));
            return broken.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    static String report(List<Broken> broken) {
        if (broken.isEmpty()) {
            return "The books are sound: every invariant holds.";
        }
        return broken.stream()
                .map(one -> "  %s: %s  Broken by %d, for example %s"
                        .formatted(one.invariant(), one.sentence(), one.count(), one.example()))
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        "The books are NOT sound. First broken invariant: "
                                + broken.getFirst().invariant() + System.lineSeparator(),
                        ""));
    }
}
