package org.townloop.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.townloop.Townloop;
import org.townloop.launch.postgres.Database;
import org.townloop.supply.offer.Offers;

/**
 * A long past makes nothing slower: what an act reads in a town of many orders is what it reads in a town of few. How many:
 * {@code -Dorders=1000000}.
 */
@SpringBootTest(classes = Townloop.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = GrownTown.class)
@DirtiesContext
class GrowthTests {

    private static final int FEW = 2_000;
    private static final int TIMES = 5;

    @LocalServerPort
    int port;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Watch watch;

    @Autowired
    Offers offers;

    private final Timing timing = new Timing();

    @Test
    void aLongPastMakesNothingDearer() throws IOException {
        var many = Integer.getInteger("orders", 20_000);
        var shop = Shop.opened(jdbc, offers);
        try (var past = new Past(database, shop.salon(), shop.offer(), shop.keeper(), shop.resident())) {
            shop.isPaidOut(jdbc);
            var acts = new Acts(jdbc, watch, timing, port, shop);
            past.like(List.of(acts.aVisit(), acts.aRefund()));
            past.growTo(FEW);
            var few = measured(acts);
            System.out.println("growth: " + FEW + " orders, " + past.rowsOfAnOrder() + " rows each, " + past.size());
            past.growTo(many);
            System.out.println("growth: " + many + " orders, " + past.size());
            var grown = new Comparison(few, measured(acts));
            grown.print(System.out);
            System.out.println("bench growth " + grown.ratios() + " errors="
                    + grown.dearer().size());
            assertThat(grown.dearer()).isEmpty();

            past.withoutIndex("ordering.orders_by_place");
            assertThat(new Comparison(few, watched(acts)).dearer())
                    .as("the control: what an index was for")
                    .anyMatch(act -> act.startsWith("today: "));
        }
    }

    private Map<String, Comparison.Measured> measured(Acts acts) throws IOException {
        acts.jobs(); // what has become due meanwhile
        timing.clear();
        watch.clear();
        timing.watching(false);
        for (int time = 0; time < TIMES; time++) {
            acts.round();
        }
        return watched(acts);
    }

    /** Each act once, and all that is done without being asked. */
    private Map<String, Comparison.Measured> watched(Acts acts) throws IOException {
        watch.clear();
        timing.watching(true);
        acts.round();
        acts.jobs();
        var measured = new TreeMap<String, Comparison.Measured>();
        for (var act : watch.acts()) {
            measured.put(act, new Comparison.Measured(watch.of(act), timing.median(act)));
        }
        return measured;
    }
}
