package org.townloop.surface.portal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.Custody;
import org.townloop.supply.booking.BookingReason;
import org.townloop.supply.booking.StayNight;
import org.townloop.supply.booking.StayQuote;
import org.townloop.supply.booking.Stays;
import org.townloop.supply.offer.Deposit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Stay;
import org.townloop.surface.page.Deposits;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** The nights of an offer, a month at a time, and what those cost that were chosen. */
@Component
class StayChoices {

    private static final int ROOMS_MAX = 9;

    private final Stays stays;
    private final Custody custody;

    StayChoices(Stays stays, Custody custody) {
        this.stays = stays;
        this.custody = custody;
    }

    /** Null if it is no stay. */
    @Nullable
    StayChoice of(Page page, Times times, Offer offer, String href, StayAsked asked) {
        if (!(offer.arrangement() instanceof Stay stay)) {
            return null;
        }
        var thisMonth = YearMonth.from(times.today());
        var last = times.today().plusDays(Math.min(Stays.AHEAD, custody.longestDays()));
        var month = asked.month().isBefore(thisMonth)
                ? thisMonth
                : asked.month().isAfter(YearMonth.from(last)) ? YearMonth.from(last) : asked.month();
        var shown = asked.in(month);
        var nights =
                stays.nights(offer, stay, month.atDay(1), month.plusMonths(1).atDay(1));
        var quote = quote(offer, stay, asked);
        return new StayChoice(
                times.month(month.atDay(1).atStartOfDay(times.zone()).toInstant()),
                weekdays(page),
                month.atDay(1).getDayOfWeek().getValue() - 1,
                cells(page, times, href, shown, nights),
                text(asked.arrival()),
                text(asked.departure()),
                times.today().toString(),
                last.toString(),
                asked.rooms(),
                ROOMS_MAX,
                asked.guests(),
                ROOMS_MAX * stay.sleeps(),
                rules(page, stay),
                quote instanceof Outcome.Refused<StayQuote>(var refusal) ? problem(page, refusal) : null,
                quote instanceof Outcome.Done<StayQuote>(var done) ? quote(page, times, done, offer.deposit()) : null,
                month.equals(thisMonth)
                        ? null
                        : href + shown.in(month.minusMonths(1)).query() + "#free",
                month.equals(YearMonth.from(last))
                        ? null
                        : href + shown.in(month.plusMonths(1)).query() + "#free");
    }

    /** Nobody was quicker yet: the nights were only looked at. */
    private static String problem(Page page, Refusal refusal) {
        return refusal.reason() == BookingReason.SLOT_TAKEN ? page.text("portal.stay.taken") : page.refusal(refusal);
    }

    /** What is asked for of the calendar; nothing while a day is missing. */
    private @Nullable Outcome<StayQuote> quote(Offer offer, Stay stay, StayAsked asked) {
        var arrival = asked.arrival();
        var departure = asked.departure();
        if (arrival == null || departure == null) {
            return null;
        }
        return asked.fixed() > 0
                ? stays.quoteWhateverIsLeft(offer, stay, arrival, departure, asked.rooms())
                : stays.quote(offer, stay, arrival, departure, asked.rooms(), asked.guests());
    }

    private static List<StayChoice.Cell> cells(
            Page page, Times times, String href, StayAsked asked, List<StayNight> nights) {
        Map<LocalDate, StayNight> byDay =
                nights.stream().collect(Collectors.toMap(StayNight::date, Function.identity()));
        var cells = new ArrayList<StayChoice.Cell>();
        for (var day = asked.month().atDay(1); YearMonth.from(day).equals(asked.month()); day = day.plusDays(1)) {
            cells.add(cell(page, times, href, asked, day, byDay.get(day)));
        }
        return cells;
    }

    private static StayChoice.Cell cell(
            Page page, Times times, String href, StayAsked asked, LocalDate day, @Nullable StayNight night) {
        var full = night != null && night.left() < asked.rooms();
        var price = night == null || full ? null : page.money(night.price());
        var to = night == null ? null : to(asked, day, night, full);
        return new StayChoice.Cell(
                Integer.toString(day.getDayOfMonth()),
                price,
                to == null ? null : href + to.query() + "#free",
                times.date(day)
                        + page.text("portal.comma")
                        + (price == null ? page.text(full ? "portal.stay.full" : "portal.stay.none") : price),
                full,
                asked.covers(day));
    }

    /** Where a tap on the day leads: it says when they leave, or when they come. */
    private static @Nullable StayAsked to(StayAsked asked, LocalDate day, StayNight night, boolean full) {
        var arrival = asked.arrival();
        if (asked.isHalf() && arrival != null && day.isAfter(arrival)) {
            return night.departure() ? asked.to(arrival, day) : null;
        }
        return night.arrival() && !full ? asked.to(day, null) : null;
    }

    private static StayChoice.Quote quote(Page page, Times times, StayQuote quote, @Nullable Deposit deposit) {
        var wish = quote.wish();
        return new StayChoice.Quote(
                wish.start().toString(),
                String.valueOf(wish.end()),
                page.text("portal.stay.nights", "count", quote.nights().size())
                        + page.text("portal.comma")
                        + page.text("portal.stay.rooms", "count", wish.quantity()),
                quote.nights().stream()
                        .map(night -> new StayChoice.Line(times.date(night.date()), page.money(night.price())))
                        .toList(),
                wish.quantity() == 1 ? null : page.money(quote.unit()),
                page.money(quote.total()),
                deposit == null
                        ? null
                        : Deposits.amounts(page, deposit.of(quote.total()), deposit.balance(quote.total())));
    }

    private static List<String> rules(Page page, Stay stay) {
        var rules = new ArrayList<String>();
        rules.add(Rooms.hours(page, stay));
        rules.add(
                stay.fewestNights() > 1
                        ? page.text("portal.stay.fewest-most", "fewest", stay.fewestNights(), "most", stay.mostNights())
                        : page.text("portal.stay.most", "most", stay.mostNights()));
        rules.add(page.text("portal.stay.sleeps", "count", stay.sleeps()));
        if (!stay.arrivalDays().isEmpty()) {
            rules.add(page.text(
                    "portal.stay.arrival-days",
                    "days",
                    stay.arrivalDays().stream()
                            .sorted()
                            .map(day -> day.getDisplayName(TextStyle.FULL, page.locale()))
                            .collect(Collectors.joining(page.text("portal.comma")))));
        }
        return rules;
    }

    private static List<String> weekdays(Page page) {
        return List.of(DayOfWeek.values()).stream()
                .map(day -> day.getDisplayName(TextStyle.NARROW, page.locale()))
                .toList();
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
