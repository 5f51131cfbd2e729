package org.townloop.base.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;

/** Who acts, with all that was granted to them, read by one statement: it is asked before each call and each page. */
@Component
class Actors {

    /** A person, and the token by which they were found. */
    record Bearer(Actor actor, Token token) {}

    private record Row(
            Actor actor, @Nullable Grant grant, @Nullable Token token) {}

    private static final String GRANTED = """
        select p.id as person_id, p.region_id as home, p.name, p.language,
            r.role, r.region_id as granted_region, r.merchant_id as granted_merchant, r.place_id as granted_place
        """;

    private final JdbcClient jdbc;

    Actors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody if they were erased. */
    Optional<Actor> of(PersonId person) {
        return actor(jdbc.sql(GRANTED + """
            from identity.person p
            left join identity.role r on r.person_id = p.id
            where p.id = ? and p.erased_at is null
            """)
                .param(person.value())
                .query((row, number) -> new Row(person(row), grant(row), null))
                .list());
    }

    /**
     * Nobody if the token was revoked.
     *
     * @param demo whether those of the demo open doors
     */
    Optional<Bearer> of(byte[] hash, boolean demo) {
        var rows = jdbc.sql(GRANTED + """
            , t.id, t.label, t.scope, t.region_id, t.merchant_id, t.place_id, t.created_at, t.last_used_at
            from identity.token t
            join identity.person p on p.id = t.person_id
            left join identity.role r on r.person_id = p.id
            where t.hash = ? and t.revoked_at is null and (not t.demo or ?) and p.erased_at is null
            """)
                .params(hash, demo)
                .query((row, number) -> new Row(
                        person(row), grant(row), TokenRows.owned(row, number).token()))
                .list();
        return actor(rows)
                .map(actor ->
                        new Bearer(actor, Objects.requireNonNull(rows.getFirst().token())));
    }

    private static Optional<Actor> actor(List<Row> rows) {
        var grants = new ArrayList<Grant>();
        for (var row : rows) {
            var grant = row.grant();
            if (grant != null) {
                grants.add(grant);
            }
        }
        return rows.stream()
                .findFirst()
                .map(Row::actor)
                .map(who -> new Actor(who.person(), who.name(), who.region(), who.language(), List.copyOf(grants)));
    }

    private static Actor person(ResultSet row) throws SQLException {
        return new Actor(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                new RegionId(row.getInt("home")),
                Locale.forLanguageTag(row.getString("language")),
                List.of());
    }

    private static @Nullable Grant grant(ResultSet row) throws SQLException {
        var role = row.getString("role");
        return role == null
                ? null
                : new Grant(
                        Role.valueOf(role),
                        new RegionId(row.getInt("granted_region")),
                        row.getObject("granted_merchant", UUID.class),
                        row.getObject("granted_place", UUID.class));
    }
}
