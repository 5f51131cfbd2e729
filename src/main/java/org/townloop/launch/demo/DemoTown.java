package org.townloop.launch.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;
import org.townloop.base.region.Shares;
import org.townloop.loop.ordering.Terms;
import org.townloop.supply.pack.Pack;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.Packs;
import tools.jackson.databind.json.JsonMapper;

/** Founds Willow Creek and its neighbour, so that every page is alive at the first start of a demo. */
@Component
public class DemoTown {

    private static final long SEED = 20_260_101;
    private static final PackId HAIR_AND_BEAUTY = new PackId("hair-and-beauty");
    private static final PackId RESTAURANTS = new PackId("restaurants");
    private static final PackId HOUSEKEEPING = new PackId("housekeeping");
    private static final PackId REPAIRS = new PackId("repairs");

    private final Regions regions;
    private final Packs packs;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;
    private final String webhookUrl;

    DemoTown(
            Regions regions,
            Packs packs,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock,
            @Value("http://localhost:${server.port:8080}/api/webhooks/sandbox") String webhookUrl) {
        this.regions = regions;
        this.packs = packs;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
        this.clock = clock;
        this.webhookUrl = webhookUrl;
    }

    /** Makes up the town and writes all of it in one transaction; does nothing where Willow Creek is already. */
    public void build(Progress progress) {
        if (regions.byCode(County.WILLOW_CREEK.code()).isPresent()) {
            return;
        }
        progress.reached(0, "making up the town");
        packs.installShipped();
        var town = Founding.of(SEED, clock.instant(), json);
        try {
            transaction.executeWithoutResult(status -> write(town, progress));
        } finally {
            regions.reload();
        }
        progress.reached(100, "done");
    }

    /** While the database takes in one table, the next ones are put together beside it. */
    private void write(Founding town, Progress progress) {
        var pack = packs.current(HAIR_AND_BEAUTY);
        var restaurants = packs.current(RESTAURANTS);
        var shares = Land.shares(town.signIns().partner());
        var kept = new KeptShare(pack.usualMode().cancellation());
        var now = clock.instant();
        regions.ensureAll(Land.regions(shares));
        var books = Books.opened(jdbc, shares, kept, town.shops());
        var orders = soon(() -> new OrderTables(terms(pack, shares), voucherGood(pack), json, times(town)).tables());
        var meals =
                soon(() -> new OrderTables(terms(restaurants, shares), voucherGood(pack), json, days(town)).tables());
        var taken = soon(() -> Stream.concat(
                        new TimeTables(json, town.bookings(), now).tables().stream(),
                        new MealTables(town.bookings()).tables().stream())
                .toList());
        var homes = soon(() -> homes(town, shares));
        var all = new ArrayList<>(town.bookings());
        all.addAll(town.homes().bookings());
        var transfers = soon(() -> books.of(all));
        var payments = soon(() -> new PaymentTables(all, kept, webhookUrl).tables());
        var reviews = soon(() -> new ReviewTables(all, new Dice(SEED + 1), now).tables());
        progress.reached(20, "streets, people and shops");
        copy(List.of(Land.features(json)));
        copy(new PeopleTables(town.people(), town.signIns(), town.shops(), town.since()).tables());
        copy(supply(town, pack, restaurants).tables());
        progress.reached(35, "half a year of orders");
        copy(orders.join());
        copy(meals.join());
        copy(taken.join());
        copy(homes.join());
        progress.reached(65, "the books");
        copy(transfers.join());
        copy(payments.join());
        progress.reached(95, "what the guests said");
        copy(reviews.join());
    }

    private static List<Booking> times(Founding town) {
        return town.bookings().stream()
                .filter(booking -> booking.meal().isEmpty())
                .toList();
    }

    private static List<Booking> days(Founding town) {
        return town.bookings().stream()
                .filter(booking -> booking.meal().isPresent())
                .toList();
    }

    private SupplyTables supply(Founding town, Pack pack, Pack restaurants) {
        var supply =
                new SupplyTables(pack, restaurants, packs.current(HOUSEKEEPING), packs.current(REPAIRS), json, town);
        town.listings().forEach(listing -> supply.listing(listing, town.dice(), town.since()));
        return supply;
    }

    private List<CopyTable> homes(Founding town, Map<RegionId, Shares> shares) {
        var trades =
                Map.of(ShopKind.HOUSEKEEPING, packs.current(HOUSEKEEPING), ShopKind.REPAIRS, packs.current(REPAIRS));
        var agreed = new EnumMap<ShopKind, String>(ShopKind.class);
        trades.forEach((kind, trade) ->
                agreed.put(kind, terms(trade, shares).getOrDefault(County.WILLOW_CREEK.region(), "")));
        return new HomeTables(
                        kind -> trades.getOrDefault(kind, packs.current(REPAIRS))
                                .usualMode(),
                        agreed,
                        json,
                        town.homes().visits())
                .tables();
    }

    private Map<RegionId, String> terms(Pack pack, Map<RegionId, Shares> shares) {
        var terms = new HashMap<RegionId, String>();
        var mode = pack.usualMode();
        shares.forEach((region, parts) ->
                terms.put(region, json.writeValueAsString(new Terms(mode.cancellation(), parts, mode.noShow()))));
        return terms;
    }

    private static CompletableFuture<List<CopyTable>> soon(Supplier<List<CopyTable>> tables) {
        return CompletableFuture.supplyAsync(tables);
    }

    private static Duration voucherGood(Pack pack) {
        return Duration.ofDays(pack.usualMode().voucherValidDays());
    }

    private void copy(List<CopyTable> tables) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            for (var table : tables) {
                table.into(connection);
            }
            return true;
        });
    }
}
