package org.townloop.supply.booking;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.offer.Deliverables;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;

/** How many codes of an offer can still be bought, and taking those out of sale that nobody has bought. */
@Component
public class CodeStock {

    private final LotClaims claims;
    private final Claims calendars;
    private final Deliverables deliverables;
    private final JdbcClient jdbc;
    private final Atomically atomically;
    private final Clock clock;

    CodeStock(
            LotClaims claims,
            Claims calendars,
            Deliverables deliverables,
            JdbcClient jdbc,
            Atomically atomically,
            Clock clock) {
        this.claims = claims;
        this.calendars = calendars;
        this.deliverables = deliverables;
        this.jdbc = jdbc;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** Neither bought nor held. */
    public int left(Offer offer) {
        return Math.max(
                0, deliverables.stock(offer) - taken(List.of(offer.id())).getOrDefault(offer.id(), 0));
    }

    /** How many of each are bought or held; an offer of which nothing is taken is not there. */
    public Map<OfferId, Integer> taken(Collection<OfferId> offers) {
        return jdbc
                .sql("""
                    select c.subject_id, sum(c.units)::int as units
                    from booking.lot_claim c
                    join unnest(?::int[], ?::uuid[]) as o (region_id, subject_id) using (region_id, subject_id)
                    where c.starts_at = ? and (c.expires_at is null or c.expires_at > ?)
                    group by c.subject_id
                    """)
                .params(
                        offers.stream().map(id -> id.region().number()).toArray(Integer[]::new),
                        offers.stream().map(OfferId::value).toArray(UUID[]::new),
                        Timestamp.from(Instant.EPOCH),
                        Claims.sql(clock.instant()))
                .query((row, number) -> Map.entry(
                        new OfferId(row.getObject("subject_id", UUID.class)), Integer.valueOf(row.getInt("units"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Takes all codes out of sale that nobody has bought or holds. Whoever holds one while this happens is waited for.
     *
     * @return those that were taken out
     */
    public List<String> withdrawUnsold(Offer offer) {
        var outcome = atomically.run(() -> {
            calendars.lockCalendars(List.of(offer.place()));
            var lot = Lot.ofCodes(offer.id().value());
            var taken = claims.lock(new TreeSet<>(List.of(lot))).getOrDefault(lot, 0);
            return Outcome.done(deliverables.removeUnsold(offer, deliverables.stock(offer) - taken));
        });
        return switch (outcome) {
            case Outcome.Done<List<String>>(var removed) -> removed;
            case Outcome.Refused<List<String>>(var refusal) -> throw new IllegalStateException(refusal.toString());
        };
    }
}
