package org.townloop.growth;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestPeople;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** A salon with one chair, who keeps it, and who goes there. */
record Shop(TestSalon salon, UUID offer, TestPeople keeper, TestPeople resident) {

    static Shop opened(JdbcClient jdbc, Offers offers) {
        var salon = TestSalon.in(jdbc, TestSalon.SHANGHAI, 1, 1);
        var keeper = TestPeople.counterOf(jdbc, salon);
        jdbc.sql("insert into identity.role (person_id, role, region_id, merchant_id) values (?, 'MERCHANT', ?, ?)")
                .params(keeper.id(), salon.region().number(), salon.merchant().value())
                .update();
        var resident = TestPeople.resident(jdbc, salon.region());
        jdbc.sql("update identity.token set demo = true, label = 'demo-resident'")
                .update();
        return switch (offers.write(salon.haircut())) {
            case Outcome.Done<Offer>(var offer) -> new Shop(salon, offer.id().value(), keeper, resident);
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    /** What it earns is paid out. */
    void isPaidOut(JdbcClient jdbc) {
        var region = salon.region().number();
        jdbc.sql("update merchant.merchant set verified_at = 'epoch' where region_id = ? and id = ?")
                .params(region, salon.merchant().value())
                .update();
        jdbc.sql("""
            insert into payout.bank_account (region_id, id, owner_id, owner_kind, holder, scheme, number, entered_by, entered_at)
            values (?, ?, ?, 'MERCHANT', 'Tongxin', 'IBAN', 'GB82WEST12345698765432', ?, '2026-10-01')
            """)
                .params(region, salon.order(), salon.merchant().value(), keeper.id())
                .update();
    }
}
