package org.townloop.supply.merchant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.RegionId;

/** The table of claims on listings. */
@Component
class TakeOverRows {

    private static final String TAKE_OVER = """
        select id, place_id, person_id, evidence, words, picture, asked_at, state, refusal
        from merchant.take_over
        """;

    private final JdbcClient jdbc;

    TakeOverRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if somebody else's claim on the listing is open */
    boolean insert(UUID id, PersonId person, NewTakeOver claim, String words, Instant now) {
        return jdbc.sql("""
            insert into merchant.take_over
                (region_id, id, place_id, person_id, evidence, words, picture, asked_at, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')
            on conflict (region_id, place_id) where state = 'OPEN' do nothing
            """)
                        .param(claim.place().region().number())
                        .param(id)
                        .param(claim.place().value())
                        .param(person.value())
                        .param(claim.evidence().name())
                        .param(words)
                        .param(claim.picture())
                        .param(Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<TakeOver> find(UUID id) {
        return jdbc.sql(TAKE_OVER + "where region_id = ? and id = ?")
                .params(RegionId.of(id).number(), id)
                .query(TakeOverRows::takeOver)
                .optional();
    }

    /** The newest first. */
    List<TakeOver> of(PersonId person) {
        return jdbc.sql(TAKE_OVER + "where person_id = ? order by asked_at desc limit 20")
                .param(person.value())
                .query(TakeOverRows::takeOver)
                .list();
    }

    int open(PersonId person) {
        return jdbc.sql("select count(*) from merchant.take_over where person_id = ? and state = 'OPEN'")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    /** Those that wait, the longest first. */
    List<TakeOver> waiting(Collection<RegionId> regions, int limit) {
        return jdbc.sql(TAKE_OVER + "where region_id = any (?) and state = 'OPEN' order by asked_at limit ?")
                .params(regions.stream().map(RegionId::number).toArray(Integer[]::new), limit)
                .query(TakeOverRows::takeOver)
                .list();
    }

    int countWaiting(Collection<RegionId> regions) {
        return jdbc.sql("select count(*) from merchant.take_over where region_id = any (?) and state = 'OPEN'")
                .params((Object) regions.stream().map(RegionId::number).toArray(Integer[]::new))
                .query(Integer.class)
                .single();
    }

    /** @return whether it was open */
    boolean decide(
            UUID id,
            TakeOverState state,
            PersonId by,
            @Nullable MerchantId merchant,
            @Nullable String refusal,
            Instant now) {
        return jdbc.sql("""
            update merchant.take_over
            set state = ?, decided_at = ?, decided_by = ?, merchant_id = ?, refusal = ?
            where region_id = ? and id = ? and state = 'OPEN'
            """)
                        .param(state.name())
                        .param(Timestamp.from(now))
                        .param(by.value())
                        .param(merchant == null ? null : merchant.value())
                        .param(refusal)
                        .param(RegionId.of(id).number())
                        .param(id)
                        .update()
                == 1;
    }

    /** @return whether the place was still nobody's */
    boolean handOver(PlaceId place, MerchantId merchant) {
        return jdbc.sql("""
            update merchant.place set merchant_id = ?, version = version + 1
            where region_id = ? and id = ? and merchant_id is null
            """)
                        .params(merchant.value(), place.region().number(), place.value())
                        .update()
                == 1;
    }

    private static TakeOver takeOver(ResultSet row, int number) throws SQLException {
        return new TakeOver(
                row.getObject("id", UUID.class),
                new PlaceId(row.getObject("place_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                TakeOver.Evidence.valueOf(row.getString("evidence")),
                row.getString("words"),
                row.getString("picture"),
                row.getTimestamp("asked_at").toInstant(),
                TakeOverState.valueOf(row.getString("state")),
                row.getString("refusal"));
    }
}
