package org.townloop.launch;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.NewRegion;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;
import org.townloop.base.region.Shares;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "region", mixinStandardHelpOptions = true, description = "The regions, each with a portal.")
final class RegionCommand {

    /** Numbers of China's divisions end at 820000, those of other countries that an import makes at 840999. */
    private static final int FIRST_OWN = 1_000_000;

    private final Start start;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    RegionCommand(Start start) {
        this.start = start;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints all regions, parents first.")
    int list() {
        try (var context = start.forCommand()) {
            var regions = context.getBean(Regions.class).all();
            regions.forEach(region -> out().println(line(region)));
            out().println(regions.isEmpty() ? "There is no region yet." : regions.size() + " regions");
            return ExitCode.OK;
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Makes a region. One without --under is a root and needs a time zone and a currency;"
                    + " whatever is not said is inherited.",
            footer = {
                "",
                "townloop region add riverbend --name Riverbend --name-zh 河湾 --zone Europe/Berlin --currency EUR"
            })
    int add(
            @Parameters(paramLabel = "CODE", description = "Its name in addresses: a-z, 0-9 and hyphens.") String code,
            @Option(names = "--name", required = true, description = "Its name in English.") String name,
            @Option(names = "--name-zh", description = "Its name in Chinese; the English one if not said.") @Nullable
                    String nameZh,
            @Option(names = "--under", paramLabel = "CODE", description = "The region it belongs to.") @Nullable
                    String under,
            @Option(
                            names = "--kind",
                            defaultValue = "county",
                            description = "country, province, prefecture or county (${DEFAULT-VALUE}).")
                    String kind,
            @Option(names = "--zone", description = "Such as Europe/Berlin.") @Nullable String zone,
            @Option(names = "--currency", description = "Such as EUR.") @Nullable String currency,
            @Option(names = "--centre", paramLabel = "LAT,LON", description = "Where its map begins.") @Nullable
                    String centre,
            @Option(
                            names = "--platform-share",
                            paramLabel = "PERCENT",
                            description = "What the platform keeps of a sale; for a root 5 if not said.")
                    @Nullable
                    Double share) {
        try (var context = start.forCommand()) {
            var regions = context.getBean(Regions.class);
            if (regions.byCode(code).isPresent()) {
                throw new StartRefused("There is a region " + code + " already: townloop region list.");
            }
            var parent = under == null ? null : known(regions, under).id();
            var made = regions.ensure(new NewRegion(
                    new RegionId(nextNumber(regions)),
                    parent,
                    kind(kind),
                    requireCode(code),
                    Words.of(name, nameZh == null ? name : nameZh),
                    zone(zone, parent == null),
                    currency(currency, parent == null),
                    parent == null ? List.of("en", "zh-CN") : List.of(),
                    centre(centre),
                    null,
                    share == null && parent != null
                            ? null
                            : new Shares(basisPoints(share == null ? 5 : share), 0, null)));
            out().println("Made: " + line(made));
            return ExitCode.OK;
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static String line(Region region) {
        return "%-16s %-10s %s · %s  %s %s"
                .formatted(
                        region.code(),
                        region.kind().name().toLowerCase(Locale.ROOT),
                        region.name().in(Locale.ENGLISH),
                        region.name().in(Locale.CHINESE),
                        region.zone(),
                        region.currency());
    }

    private static int nextNumber(Regions regions) {
        return regions.all().stream()
                        .mapToInt(region -> region.id().number())
                        .filter(number -> number >= FIRST_OWN)
                        .max()
                        .orElse(FIRST_OWN - 1)
                + 1;
    }

    private static Region known(Regions regions, String code) {
        return regions.byCode(code)
                .orElseThrow(() -> new StartRefused("There is no region " + code + ": townloop region list."));
    }

    private static String requireCode(String code) {
        if (!code.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new StartRefused("A region's code stands in addresses: a-z, 0-9 and hyphens, 40 at most.");
        }
        return code;
    }

    private static Region.Kind kind(String kind) {
        try {
            return Region.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new StartRefused("A region is a country, province, prefecture or county, not a " + kind + ".", e);
        }
    }

    private static @Nullable ZoneId zone(@Nullable String zone, boolean needed) {
        if (zone == null && needed) {
            throw new StartRefused("A region under no other needs a time zone: --zone Europe/Berlin.");
        }
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new StartRefused("There is no time zone " + zone + ". One is Europe/Berlin.", e);
        }
    }

    private static @Nullable Currency currency(@Nullable String currency, boolean needed) {
        if (currency == null && needed) {
            throw new StartRefused("A region under no other needs a currency: --currency EUR.");
        }
        try {
            return currency == null ? null : Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new StartRefused("There is no currency " + currency + ". One is EUR.", e);
        }
    }

    private static @Nullable Point centre(@Nullable String centre) {
        if (centre == null) {
            return null;
        }
        var parts = centre.split(",", 2);
        try {
            return new Point(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
        } catch (RuntimeException e) {
            throw new StartRefused("A centre is latitude and longitude: --centre 52.52,13.40.", e);
        }
    }

    private static int basisPoints(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new StartRefused("A share is from 0 to 100 percent.");
        }
        return (int) Math.round(percent * 100);
    }
}
