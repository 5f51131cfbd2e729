package org.townloop.loop.stored;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Secrets;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Shares;
import org.townloop.supply.merchant.PlaceId;

/** What was taken of cards at counters. Who writes here has locked the card. */
@Component
public class Draws {

    private static final String SELECT = """
        select d.id, d.card_id, d.amount_minor, c.currency, d.uses, d.platform_basis_points, d.partner_basis_points,
            d.partner_id, d.drawn_by, d.drawn_at, d.undone_at
        from stored.draw d
        join stored.card c on (c.region_id, c.id) = (d.region_id, d.card_id)
        """;

    private final JdbcClient jdbc;

    Draws(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the code has drawn something before */
    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(Draw draw, String code) {
        var shares = draw.shares();
        jdbc.sql("""
            insert into stored.draw (region_id, id, card_id, amount_minor, uses, platform_basis_points,
                partner_basis_points, partner_id, code_hash, drawn_by, drawn_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(Arrays.<@Nullable Object>asList(
                        draw.card().region().number(),
                        draw.id(),
                        draw.card().value(),
                        draw.amount().minor(),
                        draw.uses(),
                        shares.platformBasisPoints(),
                        shares.partnerBasisPoints(),
                        shares.partner(),
                        Secrets.hash(code),
                        draw.by().value(),
                        Timestamp.from(draw.at())))
                .update();
    }

    public Optional<Draw> find(UUID id) {
        return RegionId.isIn(id)
                ? jdbc.sql(SELECT + " where d.region_id = ? and d.id = ?")
                        .params(RegionId.of(id).number(), id)
                        .query(Draws::read)
                        .optional()
                : Optional.empty();
    }

    /** What was taken at a place from then on, the latest first. */
    public List<Draw> at(PlaceId place, Instant from) {
        return jdbc.sql(SELECT + """
             where c.region_id = ? and c.place_id = ? and d.drawn_at >= ?
            order by d.drawn_at desc, d.id
            """)
                .params(place.region().number(), place.value(), Timestamp.from(from))
                .query(Draws::read)
                .list();
    }

    /** @return whether it was undone now */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean undo(Draw draw, PersonId by, Instant at) {
        return jdbc.sql("""
            update stored.draw set undone_by = ?, undone_at = ?
            where region_id = ? and id = ? and undone_at is null
            """)
                        .params(
                                by.value(),
                                Timestamp.from(at),
                                draw.card().region().number(),
                                draw.id())
                        .update()
                == 1;
    }

    private static Draw read(ResultSet row, int number) throws SQLException {
        var undone = row.getTimestamp("undone_at");
        return new Draw(
                row.getObject("id", UUID.class),
                new CardId(row.getObject("card_id", UUID.class)),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                row.getObject("uses", Integer.class),
                new Shares(
                        row.getInt("platform_basis_points"),
                        row.getInt("partner_basis_points"),
                        row.getObject("partner_id", UUID.class)),
                new PersonId(row.getObject("drawn_by", UUID.class)),
                row.getTimestamp("drawn_at").toInstant(),
                undone == null ? null : undone.toInstant());
    }
}
