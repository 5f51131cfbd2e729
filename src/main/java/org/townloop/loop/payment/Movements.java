package org.townloop.loop.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/** What, as far as we know, gateways have moved: payments that were captured, refunds that were paid back. */
@Component
public class Movements {

    /**
     * One of them.
     *
     * @param id of the intent or the refund: our reference at the gateway
     * @param at when we heard of it
     */
    public record Movement(UUID id, ReportLine.Kind kind, Money amount, Instant at) {}

    /**
     * What a gateway has taken back because a payer objects.
     *
     * @param won whether it has given it back
     */
    public record Taken(String gatewayRef, Money amount, boolean won) {}

    private static final String ALL = """
        select id, 'PAYMENT' as kind, region_id, gateway, amount_minor, currency, closed_at
        from payment.intent where state = 'CAPTURED'
        union all
        select r.id, 'REFUND', r.region_id, i.gateway, r.amount_minor, r.currency, r.closed_at
        from payment.refund r join payment.intent i on (i.region_id, i.id) = (r.region_id, r.intent_id)
        where r.state = 'SUCCEEDED'
        """;

    private final JdbcClient jdbc;

    Movements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the gateway with these ids. */
    public Map<UUID, Movement> get(String gateway, Collection<UUID> ids) {
        return jdbc
                .sql("select * from (" + ALL + """
                    ) m where gateway = ? and region_id = any (?) and id = any (?)
                    """)
                .param(gateway)
                .param(ids.stream()
                        .map(id -> RegionId.of(id).number())
                        .distinct()
                        .toArray(Integer[]::new))
                .param(ids.toArray(UUID[]::new))
                .query(Movements::movement)
                .list()
                .stream()
                .collect(Collectors.toMap(Movement::id, Function.identity()));
    }

    /**
     * Those of which we heard from the first moment up to the second, exclusive.
     *
     * @param after the last id that was given; the nil UUID for the first page
     * @return by id, at most the limit
     */
    public List<Movement> between(String gateway, Instant from, Instant to, UUID after, int limit) {
        return jdbc.sql("select * from (" + ALL + """
            ) m where gateway = ? and closed_at >= ? and closed_at < ? and id > ? order by id limit ?
            """)
                .params(gateway, Timestamp.from(from), Timestamp.from(to), after, limit)
                .query(Movements::movement)
                .list();
    }

    /** Those of the gateway that it calls so. */
    public Map<String, Taken> taken(String gateway, Collection<String> gatewayRefs) {
        return jdbc
                .sql("""
                    select gateway_ref, amount_minor, currency, state = 'WON' as won from payment.chargeback
                    where gateway = ? and gateway_ref = any (?)
                    """)
                .params(gateway, gatewayRefs.toArray(String[]::new))
                .query((row, number) -> new Taken(
                        row.getString("gateway_ref"),
                        Money.of(row.getLong("amount_minor"), row.getString("currency")),
                        row.getBoolean("won")))
                .list()
                .stream()
                .collect(Collectors.toMap(Taken::gatewayRef, Function.identity()));
    }

    /** The orders of the region whose payers object at their gateway, while that is not decided. */
    public List<UUID> objected(RegionId region) {
        return jdbc.sql("""
            select distinct s.order_id
            from payment.chargeback c
            join payment.chargeback_share s on (s.region_id, s.chargeback_id) = (c.region_id, c.id)
            where c.region_id = ? and c.state = 'OPEN'
            """)
                .param(region.number())
                .query((row, number) -> row.getObject("order_id", UUID.class))
                .list();
    }

    /** Of which payment these refunds are. */
    public Map<UUID, UUID> payments(Collection<UUID> refunds) {
        return jdbc
                .sql("select id, intent_id from payment.refund where region_id = any (?) and id = any (?)")
                .param(refunds.stream()
                        .map(id -> RegionId.of(id).number())
                        .distinct()
                        .toArray(Integer[]::new))
                .param(refunds.toArray(UUID[]::new))
                .query((row, number) ->
                        Map.entry(row.getObject("id", UUID.class), row.getObject("intent_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Movement movement(ResultSet row, int number) throws SQLException {
        return new Movement(
                row.getObject("id", UUID.class),
                ReportLine.Kind.valueOf(row.getString("kind")),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                row.getTimestamp("closed_at").toInstant());
    }
}
