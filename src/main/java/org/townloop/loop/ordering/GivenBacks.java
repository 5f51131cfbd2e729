package org.townloop.loop.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What went back of orders beside their policies. */
@Component
public class GivenBacks {

    private static final TypeReference<Map<Integer, Integer>> UNITS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    GivenBacks(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The earliest first. */
    public List<GivenBack> of(OrderId order) {
        return jdbc.sql("""
            select g.id, g.order_id, g.cause, g.earned_minor, g.escrow_minor, g.platform_minor, o.currency, g.units, g.words,
                g.given_by, g.given_at
            from ordering.given_back g
            join ordering.orders o on (o.region_id, o.id) = (g.region_id, g.order_id)
            where g.region_id = ? and g.order_id = ? order by g.given_at, g.id
            """)
                .params(order.region().number(), order.value())
                .query(this::read)
                .list();
    }

    /** The caller has locked the order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(GivenBack given) {
        jdbc.sql("""
            insert into ordering.given_back (region_id, id, order_id, cause, earned_minor, escrow_minor, platform_minor,
                units, words, given_by, given_at)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
            """)
                .param(given.order().region().number())
                .param(given.id())
                .param(given.order().value())
                .param(given.cause().name())
                .param(given.earned().minor())
                .param(given.escrow().minor())
                .param(given.platform().minor())
                .param(json.writeValueAsString(given.units()))
                .param(given.words())
                .param(given.by().value())
                .param(Timestamp.from(given.at()))
                .update();
    }

    private GivenBack read(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        return new GivenBack(
                row.getObject("id", UUID.class),
                new OrderId(row.getObject("order_id", UUID.class)),
                GivenBack.Cause.valueOf(row.getString("cause")),
                Money.of(row.getLong("earned_minor"), currency),
                Money.of(row.getLong("escrow_minor"), currency),
                Money.of(row.getLong("platform_minor"), currency),
                json.readValue(row.getString("units"), UNITS),
                row.getString("words"),
                new PersonId(row.getObject("given_by", UUID.class)),
                row.getTimestamp("given_at").toInstant());
    }
}
