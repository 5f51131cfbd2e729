package org.townloop.surface.office;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.SetAsideEvent;
import org.townloop.base.kernel.SetAsideEvents;
import org.townloop.loop.payment.QuarantinedMessage;
import org.townloop.loop.payment.Refund;
import org.townloop.loop.payment.Refunds;
import org.townloop.loop.payment.Webhooks;
import org.townloop.loop.voucher.Conflict;
import org.townloop.loop.voucher.Conflicts;

/** What an operator has to look at, because the program cannot settle it by itself. */
@Component
class Attention {

    private static final int SHOWN = 50;

    /** @param books what the last check of the books found; null if none was made since the start */
    record Needs(
            List<QuarantinedMessage> messages,
            List<Refund> refunds,
            List<SetAsideEvent> events,
            List<Conflict> conflicts,
            List<Integer> yearsWithoutHolidays,
            BookChecks.@Nullable Result books) {

        boolean nothing() {
            return messages.isEmpty()
                    && refunds.isEmpty()
                    && events.isEmpty()
                    && conflicts.isEmpty()
                    && yearsWithoutHolidays.isEmpty()
                    && (books == null || books.broken().isEmpty());
        }
    }

    private final Webhooks webhooks;
    private final Refunds refunds;
    private final SetAsideEvents events;
    private final Conflicts conflicts;
    private final HolidayLists holidays;
    private final BookChecks books;

    Attention(
            Webhooks webhooks,
            Refunds refunds,
            SetAsideEvents events,
            Conflicts conflicts,
            HolidayLists holidays,
            BookChecks books) {
        this.webhooks = webhooks;
        this.refunds = refunds;
        this.events = events;
        this.conflicts = conflicts;
        this.holidays = holidays;
        this.books = books;
    }

    Needs of(Office office) {
        return new Needs(
                webhooks.quarantined(SHOWN),
                refunds.failed(office.within(), SHOWN),
                events.in(office.within(), SHOWN),
                conflicts.open(office.within(), SHOWN),
                holidays.unknown(office),
                books.last());
    }
}
