package org.townloop.loop.payout;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonalData;

/** Where and what people were paid, and who did it: the books need it, and it names nobody. */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(
            new Kept("bank-accounts", "payout.bank_account", Kept.Fate.STAYS_NAMELESS, """
                select entered_at, owner_id, owner_kind, holder, scheme, number, bank_name, bank_code, ended_at
                from payout.bank_account where entered_by = :person or owner_id = :person order by entered_at, id
                """, """
                    update payout.bank_account set holder = '–', ended_at = coalesce(ended_at, :now)
                    where owner_kind = 'PARTNER' and owner_id = any (:people)
                    """),
            Kept.stays("payouts", "payout.payout", """
                select made_at, due_on, amount_minor, currency, state, decided_at, returned_at, failure
                from payout.payout where owner_id = :person order by made_at, id
                """),
            Kept.stays("payout-choices", "payout.choice", """
                select cycle, day from payout.choice where owner_id = :person
                """),
            Kept.stays("payout-runs", "payout.run", """
                select id, made_at from payout.run where made_by = :person order by made_at, id
                """),
            Kept.stays("account-checks", "payout.account_check", """
                select payout_id, checked_at from payout.account_check where checked_by = :person order by checked_at, payout_id
                """),
            Kept.stays("bank-answers", "payout.answer", """
                select id, file, read_at from payout.answer where read_by = :person order by read_at, id
                """));

    @Override
    public List<Kept> kept() {
        return KEPT;
    }
}
