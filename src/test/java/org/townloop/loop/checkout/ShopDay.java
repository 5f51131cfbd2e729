package org.townloop.loop.checkout;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.townloop.LoopClient;
import org.townloop.TestTown;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.PersonId;
import org.townloop.supply.offer.AtShop;
import org.townloop.supply.offer.Offers;

/** A salon whose haircut for 128 may be paid there, somebody who books it so, and somebody at its counter. */
record ShopDay(DepositDay day) {

    /** Saturday, three in the afternoon in Willow Creek. */
    static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");

    static ShopDay at(int port, Offers offers) {
        return new ShopDay(DepositDay.at(port, offers));
    }

    UUID haircut(AtShop atShop) {
        return day.offer(day.salon().haircut().withAtShop(atShop));
    }

    /** Online or at the shop, of any amount, twice at once. */
    UUID haircut() {
        return haircut(new AtShop(false, null, 2));
    }

    LoopClient.Answer atShop(UUID offer, Instant start) throws IOException {
        var wanted = new HashMap<String, Object>();
        wanted.put("offerId", offer);
        wanted.put("slotStart", start.toString());
        wanted.put("pays", "SHOP");
        return day.client()
                .post(day.resident(), "/api/orders", UUID.randomUUID().toString(), wanted);
    }

    UUID held(UUID offer, Instant start) throws IOException {
        return day.hold(offer, start, null, 1).id();
    }

    Actor resident() {
        return new Actor(new PersonId(day.resident().id()), "Li", day.salon().region(), Locale.ENGLISH, List.of());
    }

    /** What was charged of an order's money at the shop, less what was given back, for platform and partner together. */
    static long commission(UUID order) {
        return TestTown.jdbc().sql("""
            select coalesce(sum(case when kind like '%_BACK' then -amount_minor else amount_minor end), 0)
            from ledger.transfer where order_id = ? and kind like '%COMMISSION%'
            """).param(order).query(Long.class).single();
    }

    /** The shares of 128 as it was sold. */
    static long shares(UUID order) {
        return TestTown.jdbc().sql("""
            select 12800 * (terms #>> '{shares,platformBasisPoints}')::int / 10000
                + case when terms #>> '{shares,partner}' is null then 0
                    else 12800 * (terms #>> '{shares,partnerBasisPoints}')::int / 10000 end
            from ordering.orders where id = ?
            """).param(order).query(Long.class).single();
    }
}
