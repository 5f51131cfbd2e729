package org.townloop.surface.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.quote.Quotation;
import org.townloop.loop.quote.QuotationState;
import org.townloop.loop.quote.QuoteRequest;
import org.townloop.supply.merchant.Staff;

/**
 * A quotation in words, as both sides read it.
 *
 * @param paper what it is called
 * @param until when it can be accepted
 * @param work when it is done, and for how long
 * @param people who come
 * @param state what became of it
 */
public record QuotationSheet(
        Page page,
        String paper,
        int version,
        List<Row> lines,
        String total,
        List<StageRow> stages,
        String until,
        String written,
        String work,
        String people,
        String note,
        String state,
        String tone) {

    /** A line with its amount. */
    public record Row(String text, String amount) {}

    /**
     * A stage.
     *
     * @param due when it is to be paid, in words
     * @param state what became of it; empty before the offer is accepted
     * @param order where its voucher is, or where it is paid; null if there is none
     * @param payable whether the resident can pay it now
     */
    public record StageRow(
            int number,
            String name,
            String amount,
            String due,
            String state,
            String tone,
            @Nullable String order,
            boolean payable) {}

    public static QuotationSheet of(
            Page page,
            Times times,
            QuoteRequest request,
            Quotation quotation,
            Map<OrderId, Order> orders,
            List<Staff> staff) {
        var work = quotation.work();
        return new QuotationSheet(
                page,
                request.paper(quotation.version()),
                quotation.version(),
                quotation.lines().stream()
                        .map(line -> new Row(line.text(), page.formats().exact(line.amount())))
                        .toList(),
                page.formats().exact(quotation.total()),
                quotation.stages().stream()
                        .map(stage -> new StageWords(page, times, request, quotation, orders).row(stage))
                        .toList(),
                until(times, quotation.validUntil()),
                times.date(quotation.writtenAt()),
                page.text(
                        "page.quote.work",
                        "when",
                        times.moment(work.start()),
                        "duration",
                        page.formats().duration(Duration.ofMinutes(work.minutes())),
                        "days",
                        work.days()),
                staff.stream()
                        .filter(person -> work.people().contains(person.id()))
                        .map(person -> page.say(person.name()))
                        .collect(Collectors.joining(page.text("portal.comma"))),
                quotation.note(),
                page.text("page.quotation." + quotation.state().name().toLowerCase(Locale.ROOT)),
                tone(quotation.state()));
    }

    private static String tone(QuotationState state) {
        return switch (state) {
            case OPEN, HELD -> "wait";
            case ACCEPTED -> "good";
            case SUPERSEDED, CLOSED -> "";
        };
    }

    /** The end of a day is called by that day. */
    private static String until(Times times, Instant until) {
        var local = until.atZone(times.zone());
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? times.date(local.toLocalDate().minusDays(1))
                : times.moment(until);
    }
}
