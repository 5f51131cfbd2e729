package org.townloop.base.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;

/** The table of the tokens. */
@Component
class TokenRows {

    record Owned(PersonId person, Token token) {}

    private static final String COLUMNS =
            "select id, person_id, label, scope, region_id, merchant_id, place_id, created_at, last_used_at"
                    + " from identity.token ";

    private final JdbcClient jdbc;

    TokenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Owned> get(TokenId id) {
        return jdbc.sql(COLUMNS + "where id = ? and not demo")
                .param(id.value())
                .query(TokenRows::owned)
                .optional();
    }

    List<Token> of(PersonId person) {
        return jdbc
                .sql(COLUMNS + "where person_id = ? and revoked_at is null and not demo order by created_at desc, id")
                .param(person.value())
                .query(TokenRows::owned)
                .list()
                .stream()
                .map(Owned::token)
                .toList();
    }

    void insert(TokenId id, byte[] hash, PersonId person, String label, TokenScope scope, Timestamp now) {
        var counter = scope instanceof TokenScope.Counter at ? at : null;
        jdbc.sql("""
            insert into identity.token (id, hash, person_id, label, demo, scope, region_id, merchant_id, place_id,
                created_at)
            values (?, ?, ?, ?, false, ?, ?, ?, ?, ?)
            """)
                .params(id.value(), hash, person.value(), label, counter == null ? "EVERYTHING" : "COUNTER")
                .param(counter == null ? null : counter.region().number())
                .param(counter == null ? null : counter.merchant())
                .param(counter == null ? null : counter.place())
                .param(now)
                .update();
    }

    boolean revoke(TokenId id, Timestamp now) {
        return jdbc.sql("update identity.token set revoked_at = ? where id = ? and revoked_at is null")
                        .params(now, id.value())
                        .update()
                > 0;
    }

    void used(TokenId id, Timestamp now) {
        jdbc.sql("update identity.token set last_used_at = ? where id = ?")
                .params(now, id.value())
                .update();
    }

    static Owned owned(ResultSet row, int number) throws SQLException {
        var used = row.getTimestamp("last_used_at");
        var token = new Token(
                new TokenId(row.getObject("id", UUID.class)),
                row.getString("label"),
                scope(row),
                row.getTimestamp("created_at").toInstant(),
                used == null ? null : used.toInstant());
        return new Owned(new PersonId(row.getObject("person_id", UUID.class)), token);
    }

    private static TokenScope scope(ResultSet row) throws SQLException {
        return row.getString("scope").equals("COUNTER")
                ? TokenScope.counter(
                        new RegionId(row.getInt("region_id")),
                        row.getObject("merchant_id", UUID.class),
                        row.getObject("place_id", UUID.class))
                : TokenScope.everything();
    }
}
