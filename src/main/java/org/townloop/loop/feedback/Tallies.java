package org.townloop.loop.feedback;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.loop.screening.Reputation;

/** The ratings of each offer, counted by star. */
@Component
class Tallies {

    private static final String TALLY =
            "select t.offer_id, t.ones, t.twos, t.threes, t.fours, t.fives from feedback.tally t ";

    private final JdbcClient jdbc;

    Tallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Reputation> all() {
        return read(jdbc.sql(TALLY));
    }

    Map<UUID, Reputation> of(Collection<UUID> offers) {
        return read(jdbc.sql(TALLY + """
            join unnest(?::int[], ?::uuid[]) as wanted (region_id, offer_id) using (region_id, offer_id)
            """)
                .params(
                        offers.stream()
                                .map(offer -> (int) (offer.getLeastSignificantBits() & 0xFF_FFFF))
                                .toArray(Integer[]::new),
                        offers.toArray(UUID[]::new)));
    }

    private static Map<UUID, Reputation> read(JdbcClient.StatementSpec statement) {
        var reputations = new HashMap<UUID, Reputation>();
        statement.query(row -> {
            var reputation = StarRating.reputation(
                    row.getInt("ones"),
                    row.getInt("twos"),
                    row.getInt("threes"),
                    row.getInt("fours"),
                    row.getInt("fives"));
            reputations.put(row.getObject("offer_id", UUID.class), reputation);
        });
        return reputations;
    }
}
