package org.townloop.supply.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.RegionId;

/** What is opened of offers that are had online. Whoever reads it here has made sure that it was bought. */
@Component
public class Deliverables {

    private static final String DELIVERABLE = """
        select number, body, file_name, file_kind, coalesce(octet_length(file), 0) as bytes, written_at
        from offer.deliverable where region_id = ? and offer_id = ?
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Deliverables(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many codes there are, sold ones included; of words and files 1 if there is something to open, else 0. */
    public int stock(Offer offer) {
        if (!(offer.arrangement() instanceof Online(var gives))) {
            return 0;
        }
        return gives == Online.Gives.CODE
                ? jdbc.sql("select count(*)::int from offer.code where region_id = ? and offer_id = ?")
                        .params(offer.region().number(), offer.id().value())
                        .query(Integer.class)
                        .single()
                : current(offer.id(), gives).isPresent() ? 1 : 0;
    }

    /** The words or the file as they are now; nothing if the seller has put in none yet. */
    public Optional<Deliverable> current(OfferId offer, Online.Gives gives) {
        return jdbc.sql(DELIVERABLE + "and (file is null) = ? order by number desc limit 1")
                .params(offer.region().number(), offer.value(), gives == Online.Gives.TEXT)
                .query(Deliverables::deliverable)
                .optional();
    }

    /** The newest first, as they were corrected. */
    List<Deliverable> all(OfferId offer, int most) {
        return jdbc.sql(DELIVERABLE + "order by number desc limit ?")
                .params(offer.region().number(), offer.value(), most)
                .query(Deliverables::deliverable)
                .list();
    }

    /** @throws Absent if there is no such file */
    public byte[] file(OfferId offer, int number) {
        return jdbc.sql("select file from offer.deliverable where region_id = ? and offer_id = ? and number = ?")
                .params(offer.region().number(), offer.value(), number)
                .query((row, at) -> Optional.ofNullable(row.getBytes("file")))
                .optional()
                .flatMap(file -> file)
                .orElseThrow(() -> new Absent("file of offer " + offer.value()));
    }

    /** The codes that a line of an order was given, in the order in which they were put in. */
    public List<String> codes(UUID order, int line) {
        return jdbc.sql("""
            select code from offer.code where region_id = ? and order_id = ? and line = ? order by id
            """)
                .params(RegionId.of(order).number(), order, line)
                .query((row, number) -> row.getString("code"))
                .list();
    }

    /**
     * Gives a line of an order its codes, the oldest first. Two who are served at once pass over what the other takes.
     *
     * @throws IllegalStateException if there are too few: whoever holds them has counted them before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(OfferId offer, UUID order, int line, int count) {
        var given = jdbc.sql("""
            update offer.code c set order_id = ?, line = ?, given_at = ?
            from (select region_id, offer_id, id from offer.code
                  where region_id = ? and offer_id = ? and order_id is null
                  order by id limit ? for update skip locked) as free
            where (c.region_id, c.offer_id, c.id) = (free.region_id, free.offer_id, free.id)
            """)
                .params(
                        order,
                        line,
                        Timestamp.from(clock.instant()),
                        offer.region().number(),
                        offer.value(),
                        count)
                .update();
        if (given != count) {
            throw new IllegalStateException("of " + count + " codes of " + offer + " there were " + given);
        }
    }

    /**
     * Removes codes that nobody was given, the newest first.
     *
     * @param most how many may go: the others are bought, and were not opened yet
     * @return those that went, in the order in which they were added
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> removeUnsold(Offer offer, int most) {
        return jdbc.sql("""
            with gone as (
            delete from offer.code c
            using (select region_id, offer_id, id from offer.code
                   where region_id = ? and offer_id = ? and order_id is null
                   order by id desc limit ? for update) as free
            where (c.region_id, c.offer_id, c.id) = (free.region_id, free.offer_id, free.id)
            returning c.id, c.code)
            select code from gone order by id
            """)
                .params(offer.region().number(), offer.id().value(), Math.max(0, most))
                .query((row, number) -> row.getString("code"))
                .list();
    }

    private static Deliverable deliverable(ResultSet row, int number) throws SQLException {
        var kind = row.getString("file_kind");
        return new Deliverable(
                row.getInt("number"),
                row.getString("body"),
                kind == null
                        ? null
                        : new Deliverable.Document(
                                row.getString("file_name"), FileKind.valueOf(kind), row.getInt("bytes")),
                row.getTimestamp("written_at").toInstant());
    }
}
