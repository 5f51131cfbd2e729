package org.townloop.loop.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.payment.ReportLine;

/** The differences. */
@Component
class DifferenceRows {

    private static final String SELECT = """
        select id, gateway, day, kind, movement, reference, ours_minor, theirs_minor, currency, found_at, state, note,
            changed_by, changed_at
        from reconciliation.difference
        """;

    private final JdbcClient jdbc;

    DifferenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are not known yet; whatever somebody has said of the others stays. */
    void insert(List<Difference> found) {
        jdbc.sql("""
            insert into reconciliation.difference (region_id, id, gateway, day, kind, movement, reference, ours_minor,
                theirs_minor, currency, found_at, state)
            select region_id, id, gateway, day::date, kind, movement, reference, ours_minor, theirs_minor, currency,
                found_at::timestamptz, 'OPEN'
            from unnest(?::int[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                ?::text[], ?::text[])
                as d (region_id, id, gateway, day, kind, movement, reference, ours_minor, theirs_minor, currency, found_at)
            on conflict (gateway, kind, movement, reference) do nothing
            """)
                .param(found.stream()
                        .map(each -> RegionId.of(each.id()).number())
                        .toArray(Integer[]::new))
                .param(found.stream().map(Difference::id).toArray(UUID[]::new))
                .param(texts(found, Difference::gateway))
                .param(texts(found, each -> each.day().toString()))
                .param(texts(found, each -> each.kind().name()))
                .param(texts(found, each -> each.movement().name()))
                .param(texts(found, Difference::reference))
                .param(minors(found, Difference::ours))
                .param(minors(found, Difference::theirs))
                .param(texts(found, DifferenceRows::currency))
                .param(texts(found, each -> each.foundAt().toString()))
                .update();
    }

    Optional<Difference> find(UUID id) {
        return jdbc.sql(SELECT + "where region_id = ? and id = ?")
                .params(RegionId.of(id).number(), id)
                .query(DifferenceRows::difference)
                .optional();
    }

    /** What is open first, and of these the oldest. */
    List<Difference> of(Collection<RegionId> regions, int limit) {
        return jdbc.sql(SELECT + """
            where region_id = any (?)
            order by case state when 'OPEN' then 0 when 'EXPLAINED' then 1 else 2 end, found_at, id limit ?
            """)
                .param(regions.stream().map(RegionId::number).toArray(Integer[]::new))
                .param(limit)
                .query(DifferenceRows::difference)
                .list();
    }

    /** @return whether it was still in the state before */
    boolean change(Difference before, DifferenceState state, String note, PersonId by, Instant now) {
        return jdbc.sql("""
            update reconciliation.difference set state = ?, note = ?, changed_by = ?, changed_at = ?
            where region_id = ? and id = ? and state = ?
            """)
                        .params(
                                state.name(),
                                note,
                                by.value(),
                                Timestamp.from(now),
                                RegionId.of(before.id()).number(),
                                before.id(),
                                before.state().name())
                        .update()
                == 1;
    }

    private static String currency(Difference difference) {
        var known = difference.ours() == null ? difference.theirs() : difference.ours();
        if (known == null) {
            throw new IllegalArgumentException("a difference about nothing");
        }
        return known.currency().getCurrencyCode();
    }

    private static String[] texts(List<Difference> found, Function<Difference, String> value) {
        return found.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable Long[] minors(List<Difference> found, Function<Difference, @Nullable Money> value) {
        return found.stream()
                .map(each -> {
                    var money = value.apply(each);
                    return money == null ? null : money.minor();
                })
                .toArray(Long[]::new);
    }

    private static Difference difference(ResultSet row, int number) throws SQLException {
        var by = row.getObject("changed_by", UUID.class);
        var changed = row.getTimestamp("changed_at");
        return new Difference(
                row.getObject("id", UUID.class),
                row.getString("gateway"),
                row.getObject("day", LocalDate.class),
                Difference.Kind.valueOf(row.getString("kind")),
                ReportLine.Kind.valueOf(row.getString("movement")),
                row.getString("reference"),
                money(row, "ours_minor"),
                money(row, "theirs_minor"),
                row.getTimestamp("found_at").toInstant(),
                DifferenceState.valueOf(row.getString("state")),
                row.getString("note"),
                by == null ? null : new PersonId(by),
                changed == null ? null : changed.toInstant());
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        var minor = row.getObject(column, Long.class);
        return minor == null ? null : Money.of(minor, row.getString("currency"));
    }
}
