package org.townloop.supply.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.RegionId;

/** How much of deals is taken. */
@Component
public class RationBook {

    /**
     * Of one deal.
     *
     * @param taken pieces that are held or paid
     * @param paid those of them that are paid, and not being called off
     */
    public record Taken(int taken, int paid) {

        public static final Taken NOTHING = new Taken(0, 0);
    }

    private final JdbcClient jdbc;
    private final LotClaims claims;

    RationBook(JdbcClient jdbc, LotClaims claims) {
        this.jdbc = jdbc;
        this.claims = claims;
    }

    /**
     * How many pieces are held or paid, in the transaction of somebody who lets nobody else take any. Payments of holds that
     * have expired, and are just being counted in, are waited for.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int held(UUID deal, Instant now) {
        var lot = Lot.ofDeal(deal);
        var expired = jdbc
                .sql("""
                    select units from booking.lot_claim
                    where region_id = ? and subject_id = ? and starts_at = ? and expires_at <= ?
                    order by order_id, line
                    for update
                    """)
                .params(lot.region(), lot.subject(), Claims.sql(lot.start()), Claims.sql(now))
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
        return taken(lot) - expired;
    }

    /** How many pieces a person has, those of holds that have expired and were not freed yet too. */
    public int of(UUID deal, UUID person) {
        return taken(Lot.ofDeal(deal, person));
    }

    /** How many pieces are paid; payments that are just being counted in are waited for, and later ones wait for the end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int lockPaid(UUID deal) {
        return claims.lockBooked(Lot.ofDeal(deal));
    }

    /** As it is at this moment. */
    public Map<UUID, Taken> taken(Collection<UUID> deals, Instant now) {
        var taken = new HashMap<UUID, Taken>();
        deals.forEach(deal -> taken.put(deal, Taken.NOTHING));
        jdbc.sql("""
            select c.subject_id,
                sum(c.units)::int as taken,
                coalesce(sum(c.units) filter (where c.expires_at is null and not c.leaving), 0)::int as paid
            from booking.lot_claim c
            join unnest(?::int[], ?::uuid[]) as d (region_id, subject_id) using (region_id, subject_id)
            where c.starts_at = 'epoch' and (c.expires_at is null or c.expires_at > ?)
            group by c.subject_id
            """)
                .params(
                        deals.stream().map(deal -> RegionId.of(deal).number()).toArray(Integer[]::new),
                        deals.toArray(UUID[]::new),
                        Claims.sql(now))
                .query((row, number) -> Map.entry(
                        row.getObject("subject_id", UUID.class), new Taken(row.getInt("taken"), row.getInt("paid"))))
                .list()
                .forEach(each -> taken.put(each.getKey(), each.getValue()));
        return taken;
    }

    private int taken(Lot lot) {
        return jdbc.sql("select taken from booking.lot where region_id = ? and subject_id = ? and starts_at = ?")
                .params(lot.region(), lot.subject(), Claims.sql(lot.start()))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
