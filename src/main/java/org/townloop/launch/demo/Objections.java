package org.townloop.launch.demo;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.RegionId;

/** What customers of the house on Bell Street object to: one is to be answered there, one to be decided, one was. */
final class Objections {

    private record Sold(UUID order, UUID resident, long total, Instant settledAt) {}

    private static final Duration ANSWER = Duration.ofHours(72);
    private static final Duration AT_LEAST = Duration.ofHours(24);
    private static final Duration APPEAL = Duration.ofDays(7);

    private final JdbcTemplate jdbc;
    private final Shop shop;
    private final SignIns people;
    private final Instant now;

    Objections(JdbcTemplate jdbc, Shop shop, SignIns people, Instant now) {
        this.jdbc = jdbc;
        this.shop = shop;
        this.people = people;
        this.now = now;
    }

    /** After the orders were written; of none of those who can sign in. */
    void write() {
        var sold = sold();
        if (sold.size() < 3) {
            return;
        }
        var open = dispute(
                sold.getFirst(),
                "OPEN",
                "NOT_AS_PROMISED",
                "PART",
                sold.getFirst().total() / 2,
                null);
        say(open, 1, "RESIDENT", sold.getFirst().resident(), "I asked for two centimetres. It was rather five.");
        var referred = dispute(sold.get(1), "REFERRED", "WRONG_AMOUNT", "PART", 2_000, "NO_OFFER");
        say(
                referred,
                1,
                "RESIDENT",
                sold.get(1).resident(),
                "I was told that washing is part of it, and paid for it again.");
        say(
                referred,
                2,
                "MERCHANT",
                people.merchant().id(),
                "Washing stands in the price. The mask afterwards does not.");
        var decided = dispute(
                sold.get(2), "DECIDED", "NOT_AS_PROMISED", "ALL", sold.get(2).total(), "NO_OFFER");
        say(decided, 1, "RESIDENT", sold.get(2).resident(), "It is too short at the back.");
        say(decided, 2, "MERCHANT", people.merchant().id(), "She showed us a picture, and it is as in the picture.");
        jdbc.update(
                """
                insert into dispute.decision (region_id, dispute_id, instance, order_minor, platform_minor, merchant_minor,
                    reasons, decided_by, decided_at)
                values (?, ?, 1, 0, 0, 0, ?, ?, ?)
                """,
                region().number(),
                decided,
                "It was cut as in the picture that both sides speak of. Nothing goes back.",
                people.operator().id(),
                Timestamp.from(now.minus(Duration.ofHours(3))));
    }

    private List<Sold> sold() {
        return jdbc.query(
                """
                select o.id, o.resident_id, o.total_minor, o.settled_at from ordering.orders o
                where o.region_id = ? and o.place_id = ? and o.state = 'SETTLED' and o.settled_at < ?
                  and o.resident_id <> all (?)
                order by o.settled_at desc, o.id limit 3
                """,
                (row, number) -> new Sold(
                        row.getObject("id", UUID.class),
                        row.getObject("resident_id", UUID.class),
                        row.getLong("total_minor"),
                        row.getTimestamp("settled_at").toInstant()),
                region().number(),
                shop.id(),
                Timestamp.from(now.minus(Duration.ofHours(4))),
                new UUID[] {people.resident().id(), people.secondResident().id()});
    }

    /** While it is open its order stands still. */
    private UUID dispute(Sold sold, String state, String about, String wanted, long minor, @Nullable String referred) {
        var opened = sold.settledAt().plus(Duration.ofMinutes(40));
        var id = Ids.of(region(), opened, sold.order().getLeastSignificantBits() >>> 24);
        jdbc.update(
                """
                insert into dispute.dispute (region_id, id, order_id, resident_id, merchant_id, place_id, state, about, wanted,
                    wanted_minor, currency, opened_at, due_at, referred_for)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'CNY', ?, ?::timestamptz, ?)
                """,
                region().number(),
                id,
                sold.order(),
                sold.resident(),
                shop.merchant(),
                shop.id(),
                state,
                about,
                wanted,
                minor,
                Timestamp.from(opened),
                due(state, opened),
                referred);
        if (!state.equals("DECIDED")) {
            jdbc.update(
                    "update ordering.orders set disputed_from = state, state = 'DISPUTED' where region_id = ? and id ="
                            + " ?",
                    region().number(),
                    sold.order());
        }
        return id;
    }

    private @Nullable String due(String state, Instant opened) {
        var soonest = now.plus(AT_LEAST);
        return switch (state) {
            case "OPEN" -> (opened.plus(ANSWER).isAfter(soonest) ? opened.plus(ANSWER) : soonest).toString();
            case "DECIDED" -> now.plus(APPEAL).toString();
            default -> null;
        };
    }

    private void say(UUID dispute, int number, String side, UUID author, String words) {
        jdbc.update("""
            insert into dispute.word (region_id, dispute_id, number, side, author_id, words, written_at)
            select region_id, id, ?, ?, ?, ?, opened_at + make_interval(mins => 90 * (? - 1))
            from dispute.dispute where region_id = ? and id = ?
            """, number, side, author, words, number, region().number(), dispute);
    }

    private RegionId region() {
        return shop.region();
    }
}
