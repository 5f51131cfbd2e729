package org.townloop.loop.invoice;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Written;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.merchant.Workplaces;

/** What a merchant notes of the fapiao that its own software writes. */
@Component
public class FapiaoDesk {

    /** As large as a file may be. */
    public static final int MOST_BYTES = 2 << 20;

    private static final int LONGEST_NUMBER = 40;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final Asked asked;
    private final Sales sales;
    private final Orders orders;
    private final InvoiceNotices notices;
    private final Workplaces workplaces;
    private final AuditTrail audit;
    private final Atomically atomically;
    private final Clock clock;

    FapiaoDesk(
            Asked asked,
            Sales sales,
            Orders orders,
            InvoiceNotices notices,
            Workplaces workplaces,
            AuditTrail audit,
            Atomically atomically,
            Clock clock) {
        this.asked = asked;
        this.sales = sales;
        this.orders = orders;
        this.notices = notices;
        this.workplaces = workplaces;
        this.audit = audit;
        this.atomically = atomically;
        this.clock = clock;
    }

    /**
     * What of a fapiao is to be taken back in red letters: it went back to the buyer since it was written.
     *
     * @return zero if nothing is
     */
    public static Money red(InvoiceRequest request, Sold sold) {
        var currency = sold.fee().currency();
        var fapiao = request.fapiao();
        var left = fapiao == null ? 0 : fapiao.minor() - fapiao.redMinor();
        return new Money(Math.max(0, left - sold.had().minor()), currency);
    }

    /**
     * The fapiao is written, for what was had of the order.
     *
     * @param file a PDF of it; null if only the number is known here
     * @param seen what it was written for, in minor units: if something else was had by now, nothing is noted
     * @throws Absent if the actor does not run its place
     */
    public Outcome<InvoiceRequest> written(Actor actor, UUID id, String number, byte @Nullable [] file, long seen) {
        place(actor, id);
        var wrong = wrong(number).or(() -> wrong(file));
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return atomically.run(() -> {
            var order = orders.lock(asked.get(id).order());
            var request = asked.lock(id);
            var had = sales.of(order).had();
            if (!request.state().canBecome(InvoiceState.ISSUED)) {
                return Outcome.refused(InvoiceReason.INVOICE_CHANGED_MEANWHILE);
            }
            if (!had.isPositive()) {
                return Outcome.refused(InvoiceReason.FAPIAO_NOTHING_HAD);
            }
            if (had.minor() != seen) {
                return Outcome.refused(InvoiceReason.INVOICE_CHANGED_MEANWHILE);
            }
            asked.written(request, number.strip(), had.minor(), file, clock.instant());
            audit.note(actor.person(), "fapiao-noted", request.id() + " " + had.minor());
            notices.ready(request, order, "");
            return Outcome.done(asked.get(id));
        });
    }

    /**
     * What went back since it was written is taken back in red letters.
     *
     * @param seen how much that is, in minor units
     * @throws Absent if the actor does not run its place
     */
    public Outcome<InvoiceRequest> redLettered(Actor actor, UUID id, String number, long seen) {
        place(actor, id);
        var wrong = wrong(number);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return atomically.run(() -> {
            var order = orders.lock(asked.get(id).order());
            var request = asked.lock(id);
            var red = red(request, sales.of(order));
            if (!red.isPositive()) {
                return Outcome.refused(InvoiceReason.NOTHING_TO_RED_LETTER);
            }
            if (red.minor() != seen) {
                return Outcome.refused(InvoiceReason.INVOICE_CHANGED_MEANWHILE);
            }
            asked.redLettered(request, number.strip(), red.minor());
            audit.note(actor.person(), "fapiao-red-lettered", request.id() + " " + red.minor());
            return Outcome.done(asked.get(id));
        });
    }

    /** @throws Absent if it has no file, or the actor does not run its place */
    public byte[] file(Actor actor, UUID id) {
        return asked.file(place(actor, id)).orElseThrow(() -> new Absent("file of fapiao " + id));
    }

    private InvoiceRequest place(Actor actor, UUID id) {
        var request = asked.get(id);
        workplaces.get(actor, Right.RUN_PLACE, request.place());
        if (request.kind() != InvoiceRequest.Kind.FAPIAO) {
            throw new Absent("fapiao " + id);
        }
        return request;
    }

    private static Optional<Refusal> wrong(String number) {
        return Written.isName(number, LONGEST_NUMBER)
                ? Optional.empty()
                : Optional.of(Refusal.of(InvoiceReason.FAPIAO_NUMBER_INVALID, "number", Map.of("max", LONGEST_NUMBER)));
    }

    private static Optional<Refusal> wrong(byte @Nullable [] file) {
        return file == null || file.length <= MOST_BYTES && isPdf(file)
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(InvoiceReason.FAPIAO_FILE_INVALID, "file", Map.of("megabytes", MOST_BYTES >> 20)));
    }

    private static boolean isPdf(byte[] file) {
        return file.length > PDF.length && Arrays.equals(file, 0, PDF.length, PDF, 0, PDF.length);
    }
}
