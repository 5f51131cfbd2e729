package org.townloop.launch.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.base.region.Regions;
import org.townloop.supply.pack.Packs;
import tools.jackson.databind.json.JsonMapper;

/** Founds Willow Creek and its neighbour, so that every page is alive at the first start of a demo. */
@Component
public class DemoTown {

    private static final long SEED = 20_260_101;

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
        var shares = Land.shares(town.signIns().partner());
        var trades = new Trades(packs, shares, json);
        var kept = new KeptShare(trades);
        var now = clock.instant();
        regions.ensureAll(Land.regions(shares));
        var books = Books.opened(jdbc, shares, kept, town.shops());
        var orders = soon(() -> new OrderTables(trades, json, booked(town, true)).tables());
        var others = soon(() -> new OrderTables(trades, json, booked(town, false)).tables());
        var taken = soon(() -> Stream.of(
                        new TimeTables(json, town.bookings(), now).tables(),
                        new MealTables(town.bookings()).tables(),
                        new LotTables(town.bookings(), now).tables())
                .flatMap(List::stream)
                .toList());
        var homes = soon(() -> new HomeTables(trades, json, town.homes().visits()).tables());
        var all = new ArrayList<>(town.bookings());
        all.addAll(town.homes().bookings());
        var transfers = soon(() -> books.of(all));
        var payments = soon(() -> new PaymentTables(all, kept, webhookUrl).tables());
        var reviews = soon(() -> new ReviewTables(all, new Dice(SEED + 1), now).tables());
        progress.reached(20, "streets, people and shops");
        copy(List.of(Land.features(json)));
        copy(new PeopleTables(town.people(), town.signIns(), town.shops(), town.since()).tables());
        copy(supply(town, trades).tables());
        copy(asked(town, now));
        copy(List.of(town.markets().table(json)));
        progress.reached(35, "half a year of orders");
        copy(orders.join());
        copy(others.join());
        copy(taken.join());
        copy(homes.join());
        copy(new OnlineTables(town.shops(), town.opened(), town.bookings()).tables());
        progress.reached(65, "the books");
        copy(transfers.join());
        copy(payments.join());
        copy(new InvoiceTables(json, new Dice(SEED + 70)).tables(town.bookings()));
        new PaidOut(JdbcClient.create(jdbc), town.since(), now).write(shares.keySet());
        progress.reached(95, "what the guests said");
        copy(reviews.join());
        town.shops().stream()
                .filter(shop -> TongxinHair.NAME.equals(shop.name().en()))
                .forEach(shop -> {
                    new Objections(jdbc, shop, town.signIns(), now).write();
                    new BankObjection(jdbc, shop, town.signIns(), now).write();
                    new CardsOnSale(jdbc, json, now, SEED).write(shop);
                });
        new Specials(jdbc, now, SEED).write();
    }

    /** @param times of those by appointment, or of all others */
    private static List<Booking> booked(Founding town, boolean times) {
        return town.bookings().stream()
                .filter(booking -> booking.had() instanceof Had.Time == times)
                .toList();
    }

    private SupplyTables supply(Founding town, Trades trades) {
        var supply = new SupplyTables(trades, json, town);
        town.listings().forEach(listing -> supply.listing(listing, town.dice(), town.since()));
        return supply;
    }

    private List<CopyTable> asked(Founding town, Instant now) {
        var movers = town.shops().stream()
                .filter(shop -> shop.kind() == ShopKind.MOVERS)
                .toList();
        var moved = town.bookings().stream()
                .filter(booking -> booking.had() instanceof Had.Stage)
                .toList();
        return new Removals(new Dice(SEED + 42), now)
                .asked(movers, moved, town.signIns().resident(), town.signIns().secondResident(), json);
    }

    private static CompletableFuture<List<CopyTable>> soon(Supplier<List<CopyTable>> tables) {
        return CompletableFuture.supplyAsync(tables);
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
