package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Race;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.coupon.CouponUses;
import org.townloop.loop.coupon.UncountedCoupons;

/** Many want coupons of one budget at once: whoever takes one counts under the lock of its row, and a constraint counts again. */
@TownTest
class CouponBudgetRaceTests extends CouponDay {

    private static final int HANDS = 30;
    private static final String RULE = "no_budget_is_overdrawn";

    @Autowired
    ApplicationContext town;

    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());

    @AfterEach
    void theConstraintIsBack() {
        withoutConstraint();
        owner.execute("alter table coupon.coupon add constraint " + RULE
                + " check (spent_minor >= 0 and spent_minor <= coalesce(budget_minor, 0))");
    }

    private void withoutConstraint() {
        owner.execute("alter table coupon.coupon drop constraint if exists " + RULE);
    }

    @Test
    void howeverManyTryAtOnceTheCountUnderTheLockKeepsTheBudget() {
        withoutConstraint();
        assertThat(spentBy(uses)).isEqualTo(10_000);
    }

    @Test
    void withoutTheCountTheConstraintKeepsTheBudget() {
        assertThat(spentBy(UncountedCoupons.of(town))).isEqualTo(10_000);
    }

    /** The control. */
    @Test
    void withoutBothTheBudgetIsOverdrawn() {
        withoutConstraint();
        assertThat(spentBy(UncountedCoupons.of(town))).isEqualTo(HANDS * 1_000L);
    }

    private long spentBy(CouponUses through) {
        var coupon = townsTen(10_000);
        var buyers = IntStream.range(0, HANDS)
                .mapToObj(hand -> actor(TestPeople.resident(salon.region())).person())
                .toList();
        Race.of(HANDS, hand -> {
            try {
                return new TransactionTemplate(transactions).execute(status -> {
                    var order = Ids.next(salon.region(), clock.instant());
                    var got = through.take(coupon, order, buyers.get(hand), Money.of(1_000, "CNY"), clock.instant());
                    if (got instanceof Outcome.Refused<?>) {
                        status.setRollbackOnly();
                    }
                    return reason(got);
                });
            } catch (DataIntegrityViolationException e) {
                return e;
            }
        });
        var spent = spent(coupon);
        owner.update("delete from coupon.use where coupon_id = ?", coupon.id().value());
        owner.update(
                "update coupon.coupon set used = 0, spent_minor = 0 where id = ?",
                coupon.id().value());
        return spent;
    }
}
