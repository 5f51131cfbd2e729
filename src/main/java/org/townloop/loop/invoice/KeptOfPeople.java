package org.townloop.loop.invoice;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonalData;

/** Whom invoices name. The law has a merchant keep what was issued, with the name on it; all else goes. */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(
            new Kept("invoice-requests", "invoice.request", Kept.Fate.STAYS_BY_LAW, """
                select asked_at, id, order_id, kind, buyer, title, tax_number, email, state, closed_at, reason, number,
                    issued_minor, red_minor, red_number
                from invoice.request where resident_id = :person order by asked_at, id
                """, """
                    update invoice.request
                    set email = null,
                        title = case when state in ('ASKED', 'DECLINED') then '–' else title end,
                        tax_number = case when state in ('ASKED', 'DECLINED') then null else tax_number end,
                        buyer = case when state in ('ASKED', 'DECLINED') then 'PERSON' else buyer end,
                        closed_at = case when state = 'ASKED' then cast(:now as timestamptz) else closed_at end,
                        state = case when state = 'ASKED' then 'DECLINED' else state end
                    where resident_id = any (:people)
                    """),
            Kept.byLaw("invoices", "invoice.document", """
                select d.issued_at, d.id, d.order_id, d.kind, d.year, d.number, d.gross_minor, d.tax_minor, d.currency,
                    d.buyer, d.because
                from invoice.request r
                join invoice.document d on (d.region_id, d.request_id) = (r.region_id, r.id)
                where r.resident_id = :person order by d.issued_at, d.id
                """));

    @Override
    public List<Kept> kept() {
        return KEPT;
    }
}
