package org.townloop.surface.office;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.SetAsideEvent;
import org.townloop.base.kernel.SetAsideEvents;
import org.townloop.loop.checkout.ChargebackDesk;
import org.townloop.loop.checkout.RefusedRefundDesk;
import org.townloop.loop.dispute.OfficeDisputes;
import org.townloop.loop.payment.Chargeback;
import org.townloop.loop.payment.ChargebackState;
import org.townloop.loop.payment.QuarantinedMessage;
import org.townloop.loop.payment.Webhooks;
import org.townloop.loop.voucher.Conflict;
import org.townloop.loop.voucher.Conflicts;

/** What an operator has to look at, because the program cannot settle it by itself. */
@Component
class Attention {

    private static final int SHOWN = 50;
    private static final int SETTLED_SHOWN = 10;

    /** @param books what the last check of the books found; null if none was made since the start */
    record Needs(
            List<QuarantinedMessage> messages,
            List<QuarantinedMessage> settledMessages,
            List<Chargeback> chargebacks,
            int refunds,
            List<SetAsideEvent> events,
            List<Conflict> conflicts,
            int disputes,
            List<Integer> yearsWithoutHolidays,
            BookChecks.@Nullable Result books) {

        boolean nothing() {
            return messages.isEmpty()
                    && chargebacks.stream().allMatch(each -> each.state() != ChargebackState.OPEN)
                    && refunds == 0
                    && events.isEmpty()
                    && conflicts.isEmpty()
                    && disputes == 0
                    && yearsWithoutHolidays.isEmpty()
                    && (books == null || books.broken().isEmpty());
        }
    }

    private final Webhooks webhooks;
    private final ChargebackDesk chargebacks;
    private final RefusedRefundDesk refunds;
    private final SetAsideEvents events;
    private final Conflicts conflicts;
    private final OfficeDisputes disputes;
    private final HolidayLists holidays;
    private final BookChecks books;

    Attention(
            Webhooks webhooks,
            ChargebackDesk chargebacks,
            RefusedRefundDesk refunds,
            SetAsideEvents events,
            Conflicts conflicts,
            OfficeDisputes disputes,
            HolidayLists holidays,
            BookChecks books) {
        this.webhooks = webhooks;
        this.chargebacks = chargebacks;
        this.refunds = refunds;
        this.events = events;
        this.conflicts = conflicts;
        this.disputes = disputes;
        this.holidays = holidays;
        this.books = books;
    }

    Needs of(Office office) {
        return new Needs(
                webhooks.quarantined(SHOWN),
                webhooks.settled(SETTLED_SHOWN),
                chargebacks.in(office.within()),
                refunds.in(office.within(), RefusedRefundDesk.Shown.OWED, SHOWN).size(),
                events.in(office.within(), SHOWN),
                conflicts.open(office.within(), SHOWN),
                disputes.waiting(office.within(), SHOWN).size(),
                holidays.unknown(office),
                books.last());
    }
}
