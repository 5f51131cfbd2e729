package org.townloop.loop.coupon;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonalData;

/** Which coupons somebody used: the other side keeps that in its books, without the name. */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(Kept.stays("coupons", "coupon.use", """
        select u.made_at, u.order_id, u.coupon_id, u.amount_minor, c.currency, u.state
        from coupon.use u
        join coupon.coupon c on (c.region_id, c.id) = (u.region_id, u.coupon_id)
        where u.person_id = :person order by u.made_at, u.order_id
        """));

    @Override
    public List<Kept> kept() {
        return KEPT;
    }
}
