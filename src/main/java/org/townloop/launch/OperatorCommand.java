package org.townloop.launch;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.identity.Roles;
import org.townloop.base.kernel.Outcome.Done;
import org.townloop.base.kernel.Outcome.Refused;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "operator",
        mixinStandardHelpOptions = true,
        description = "Makes somebody an operator: the first one of a town, who then signs in with a code sent there."
                + " Whoever has that address already keeps everything they have.")
final class OperatorCommand implements Callable<Integer> {

    private final Start start;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli, as the rest
    private CommandSpec spec;

    @Parameters(paramLabel = "MAIL-OR-PHONE", description = "me@town.example, or +4915123456789.")
    @SuppressWarnings("NullAway.Init")
    private String contact;

    @Option(
            names = "--region",
            paramLabel = "CODE",
            description = "What they run, and all below it; if not said, the root, if there is one only.")
    private @Nullable String region;

    @Option(names = "--name", defaultValue = "Operator", description = "How they are called (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String name;

    OperatorCommand(Start start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        try (var context = start.forCommand()) {
            var where = region(context.getBean(Regions.class));
            var address = read(context.getBean(Contacts.class), where);
            new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                    .executeWithoutResult(status -> make(context, address, where));
            spec.commandLine()
                    .getOut()
                    .println("%s is an operator of %s. Sign in on the town's page /sign-in; the code is sent there."
                            .formatted(address.value(), where.name().in(Locale.ENGLISH)));
            return ExitCode.OK;
        }
    }

    private void make(ApplicationContext context, Contact address, Region where) {
        var contacts = context.getBean(Contacts.class);
        var person = contacts.owner(address).orElseGet(() -> create(context, contacts, address, where));
        context.getBean(Roles.class).grant(person, person, new Grant(Role.OPERATOR, where.id(), null, null));
    }

    private PersonId create(ApplicationContext context, Contacts contacts, Contact address, Region where) {
        var language = Objects.requireNonNullElse(Locale.getDefault(), Locale.ENGLISH);
        var person =
                context.getBean(People.class).create(where.id(), name, language).id();
        contacts.note(person, address);
        return person;
    }

    private Region region(Regions regions) {
        if (region != null) {
            return regions.byCode(region)
                    .orElseThrow(() -> new StartRefused("There is no region " + region + ": townloop region list."));
        }
        var roots = regions.all().stream().filter(one -> one.parent() == null).toList();
        if (roots.size() != 1) {
            throw new StartRefused(
                    roots.isEmpty()
                            ? "There is no region yet to be the operator of: townloop region add, or townloop import."
                            : "There are several roots; say which: --region CODE (townloop region list).");
        }
        return roots.getFirst();
    }

    /** As on the sign-in page: what an operator is named by is what they will type there. */
    private Contact read(Contacts contacts, Region where) {
        return switch (contacts.read(contact, where.id())) {
            case Done<Contact>(var read) -> read;
            case Refused<Contact> _ ->
                throw new StartRefused("An operator is named by an e-mail address, or by a mobile telephone number with"
                        + " its country: +4915123456789.");
        };
    }
}
