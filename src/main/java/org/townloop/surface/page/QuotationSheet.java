package org.townloop.surface.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.quote.Quotation;
import org.townloop.loop.quote.QuotationState;
import org.townloop.loop.quote.QuoteRequest;
import org.townloop.loop.quote.RequestState;
import org.townloop.loop.quote.StageMoney;
import org.townloop.supply.merchant.Staff;

/**
 * A quotation in words, as both sides read it.
 *
 * @param paper what it is called
 * @param until when it can be accepted; null if it cannot be any more
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
        @Nullable String until,
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
     * @param said when it is to be paid, or what goes back of it; empty once it is done
     * @param state what became of it; empty before the offer is accepted
     * @param order where its order is; null if nothing was paid
     * @param code whether there is a code to be shown
     * @param payable whether the resident can pay it now
     */
    public record StageRow(
            int number,
            String name,
            String amount,
            String said,
            String state,
            String tone,
            @Nullable String order,
            boolean code,
            boolean payable) {}

    public static QuotationSheet of(
            Page page, Times times, QuoteRequest request, Quotation quotation, StageMoney money, List<Staff> staff) {
        var work = quotation.work();
        var off = isCalledOff(request, quotation);
        return new QuotationSheet(
                page,
                paper(page, request, quotation),
                quotation.version(),
                quotation.lines().stream()
                        .map(line -> new Row(line.text(), page.money(line.amount())))
                        .toList(),
                page.money(quotation.total()),
                quotation.stages().stream()
                        .map(stage -> new StageWords(page, times, request, quotation, money).row(stage))
                        .toList(),
                quotation.state() == QuotationState.OPEN || quotation.state() == QuotationState.HELD
                        ? until(times, quotation.validUntil())
                        : null,
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
                off
                        ? RequestWords.state(page, request.state())
                        : page.text("page.quotation." + quotation.state().name().toLowerCase(Locale.ROOT)),
                off ? RequestWords.tone(request.state()) : tone(quotation.state()));
    }

    /** What the place's paper is called. */
    public static String paper(Page page, QuoteRequest request, Quotation quotation) {
        return page.text("page.quotation", "number", request.number(), "version", quotation.version());
    }

    private static boolean isCalledOff(QuoteRequest request, Quotation quotation) {
        return quotation.state() == QuotationState.ACCEPTED && request.state() == RequestState.CALLED_OFF;
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
