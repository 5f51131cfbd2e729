package org.townloop.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.townloop.TestTown;
import org.townloop.base.kernel.Ids;
import org.townloop.launch.postgres.Database;

/** The town dies while somebody holds, pays or calls off with a coupon: it is used once, and free again once. */
class CouponCrashTests {

    private static final List<String> STEPS = List.of(
            "CouponUses.take:after",
            "CouponOrders.hold:after",
            "CouponUses.paid:after",
            "Ledger.coupons:after",
            "CouponUses.back:after",
            "CouponUses.free:after",
            "Checkouts.cancel:after");

    /** The same way with a coupon that the platform pays, and called off. */
    private static final class Walk extends CrashWalk {

        private final UUID coupon = Ids.next(salon.region(), Instant.parse("2026-11-20T00:00:00Z"));

        Walk(ChildTown town, Database database) {
            super(town, database);
            jdbc.sql("""
                insert into coupon.coupon (region_id, id, amount_minor, least_minor, currency, offers, from_at, until_at, stock,
                    most_each, budget_minor, made_at)
                values (?, ?, 1000, 0, 'CNY', '{}', '2026-01-01', '2099-01-01', 1, 1, 1000, '2026-01-01')
                """).params(salon.region().number(), coupon).update();
        }

        @Override
        void hold() throws IOException {
            var wanted = Map.of("offerId", haircut, "slotStart", SATURDAY.toString(), "coupon", coupon.toString());
            order = again(() -> {
                        var held = client.post(resident, "/api/orders", "hold", wanted);
                        assertThat(held.status()).as(held.body().toString()).isEqualTo(201);
                        return held;
                    })
                    .id();
        }

        void callOff() throws IOException {
            again(() -> {
                var off = client.cancel(resident, order, "off");
                assertThat(off.status()).as(off.body().toString()).isEqualTo(200);
                return off;
            });
            again(() -> client.order(resident, order, "REFUNDED"));
        }

        List<String> moved() {
            return jdbc.sql("""
                select kind || ' ' || amount_minor from ledger.transfer
                where order_id = ? and kind in ('CAPTURE', 'COUPON', 'COUPON_BACK', 'REFUND') order by kind
                """).param(order).query(String.class).list();
        }

        String left() {
            return jdbc.sql("select used || ' used, ' || spent_minor || ' spent' from coupon.coupon where id = ?")
                    .param(coupon)
                    .query(String.class)
                    .single();
        }
    }

    @Test
    void whereverItDiesTheCouponIsUsedOnceAndFreeAgainOnce() throws IOException {
        var database = TestTown.fresh();
        try (var town = new ChildTown(database, false)) {
            town.start();
            for (var step : STEPS) {
                var walk = new Walk(town, database);
                town.arm(step);
                walk.toTheCounter();
                walk.callOff();
                assertThat(walk.restarts()).as("restarts by %s", step).isOne();
                assertThat(walk.moved())
                        .as(step)
                        .containsExactly("CAPTURE 11800", "COUPON 1000", "COUPON_BACK 1000", "REFUND 11800");
                assertThat(walk.left()).as(step).isEqualTo("0 used, 0 spent");
                assertThat(town.audit()).as("audit after %s", step).isEqualTo("[]");
            }
        }
    }
}
