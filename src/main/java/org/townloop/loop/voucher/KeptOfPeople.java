package org.townloop.loop.voucher;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonalData;

/** The vouchers of a resident, which the released money rests on. */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(Kept.stays("vouchers", "voucher.voucher", """
        select id, order_id, state, value_minor, currency, issued_at, starts_at, valid_until, redeemed_at
        from voucher.voucher where resident_id = :person order by issued_at, id
        """));

    @Override
    public List<Kept> kept() {
        return KEPT;
    }
}
