package org.townloop.loop.payment;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonalData;

/** The payments, which the books rest on. What somebody pays with, only the gateway knows. */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(
            Kept.stays("payments", "payment.intent", """
                select id, array(select s.order_id from payment.share s
                        where s.region_id = intent.region_id and s.intent_id = intent.id order by s.order_id)::text as orders,
                    gateway, gateway_ref, state, amount_minor, currency, created_at, closed_at
                from payment.intent where person_id = :person order by created_at, id
                """),
            Kept.stays("chargebacks", "payment.chargeback", """
                select c.opened_at, c.intent_id, c.amount_minor, c.currency, c.why, c.state, c.decided_at
                from payment.chargeback c
                join payment.intent i on (i.region_id, i.id) = (c.region_id, c.intent_id)
                where i.person_id = :person order by c.opened_at, c.id
                """),
            Kept.stays("ways-on", "payment.way_on", """
                select refund_id, reference, entered_at, confirmed_at
                from payment.way_on where :person in (entered_by, confirmed_by) order by entered_at, refund_id
                """),
            Kept.stays("chargeback-answers", "payment.chargeback", """
                select opened_at, answered_at, answer
                from payment.chargeback where answered_by = :person order by opened_at, id
                """));

    @Override
    public List<Kept> kept() {
        return KEPT;
    }
}
