package org.townloop.loop.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/** The reviews as they are stored. */
@Component
class ReviewRows {

    private static final String REVIEW = """
        select r.visit_id, r.offer_id, r.place_id, r.resident_id, r.rating, r.text, r.created_at, r.reply,
            r.replied_by, r.replied_at
        from feedback.review r
        """;

    private final JdbcClient jdbc;

    ReviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether this is the first review that they write of that in the order; only then it is stored and counted */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean insert(Review review, OrderId order) {
        var region = RegionId.of(review.visit()).number();
        return jdbc.sql("""
            with written as (
                insert into feedback.review (region_id, visit_id, order_id, offer_id, place_id, resident_id, rating, text,
                    created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                returning region_id, offer_id, rating)
            insert into feedback.tally as t (region_id, offer_id, ones, twos, threes, fours, fives)
            select region_id, offer_id, (rating = 1)::int, (rating = 2)::int, (rating = 3)::int, (rating = 4)::int,
                (rating = 5)::int
            from written
            on conflict (region_id, offer_id) do update
            set ones = t.ones + excluded.ones, twos = t.twos + excluded.twos, threes = t.threes + excluded.threes,
                fours = t.fours + excluded.fours, fives = t.fives + excluded.fives
            """)
                        .params(
                                region,
                                review.visit(),
                                order.value(),
                                review.offer().value(),
                                review.place().value(),
                                review.resident().value(),
                                review.rating())
                        .param(review.text())
                        .param(Timestamp.from(review.createdAt()))
                        .update()
                == 1;
    }

    /** @return whether there was no reply before; only then this one is stored */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean setReply(Review review, Review.Reply reply) {
        return jdbc.sql("""
            update feedback.review
            set reply = ?, replied_by = ?, replied_at = ?
            where region_id = ? and visit_id = ? and reply is null
            """)
                        .params(
                                reply.text(),
                                reply.by().value(),
                                Timestamp.from(reply.at()),
                                RegionId.of(review.visit()).number(),
                                review.visit())
                        .update()
                == 1;
    }

    List<Review> of(Collection<UUID> visits) {
        return jdbc.sql(REVIEW + """
            join unnest(?::int[], ?::uuid[]) as wanted (region_id, visit_id) using (region_id, visit_id)
            """)
                .params(
                        visits.stream()
                                .map(visit -> (int) (visit.getLeastSignificantBits() & 0xFF_FFFF))
                                .toArray(Integer[]::new),
                        visits.toArray(UUID[]::new))
                .query(ReviewRows::review)
                .list();
    }

    List<Review> ofOffer(OfferId offer, int limit) {
        return jdbc.sql(REVIEW
                        + "where r.region_id = ? and r.offer_id = ? order by r.created_at desc, r.visit_id limit ?")
                .params(offer.region().number(), offer.value(), limit)
                .query(ReviewRows::review)
                .list();
    }

    List<Review> lately(RegionId region, int limit) {
        return jdbc.sql(REVIEW + "where r.region_id = ? and r.text is not null order by r.created_at desc limit ?")
                .params(region.number(), limit)
                .query(ReviewRows::review)
                .list();
    }

    List<Review> atPlace(PlaceId place, int limit) {
        return jdbc.sql(REVIEW
                        + "where r.region_id = ? and r.place_id = ? order by r.created_at desc, r.visit_id limit ?")
                .params(place.region().number(), place.value(), limit)
                .query(ReviewRows::review)
                .list();
    }

    private static Review review(ResultSet row, int number) throws SQLException {
        return new Review(
                row.getObject("visit_id", UUID.class),
                new OfferId(row.getObject("offer_id", UUID.class)),
                new PlaceId(row.getObject("place_id", UUID.class)),
                new PersonId(row.getObject("resident_id", UUID.class)),
                row.getInt("rating"),
                row.getString("text"),
                row.getTimestamp("created_at").toInstant(),
                reply(row));
    }

    private static Review.@Nullable Reply reply(ResultSet row) throws SQLException {
        var text = row.getString("reply");
        return text == null
                ? null
                : new Review.Reply(
                        text,
                        new PersonId(row.getObject("replied_by", UUID.class)),
                        row.getTimestamp("replied_at").toInstant());
    }
}
