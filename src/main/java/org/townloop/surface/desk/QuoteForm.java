package org.townloop.surface.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.quote.Due;
import org.townloop.loop.quote.NewQuotation;
import org.townloop.loop.quote.QuoteLine;
import org.townloop.loop.quote.QuoteReason;
import org.townloop.loop.quote.Work;
import org.townloop.supply.merchant.StaffId;
import org.townloop.surface.page.Typed;

/** Reads the form in which a written offer is written. Rows in which nothing stands are left out. */
record QuoteForm(ZoneId zone, Currency currency, Map<String, List<String>> typed) {

    private static final int SURVEYS = 3;

    Outcome<NewQuotation> read() {
        var lines = new ArrayList<QuoteLine>();
        for (int row = 1; row <= QuoteView.LINES; row++) {
            var text = text(typed, "line" + row);
            var amount = text(typed, "amount" + row);
            if (!text.isEmpty() || !amount.isEmpty()) {
                var money = money(amount, true);
                if (money == null) {
                    return Outcome.refused(Refusal.of(QuoteReason.QUOTE_LINE_INVALID, "lines", Map.of("line", row)));
                }
                lines.add(new QuoteLine(text, money));
            }
        }
        var stages = new ArrayList<NewQuotation.NewStage>();
        for (int row = 1; row <= 5; row++) {
            var name = text(typed, "stage" + row);
            var amount = text(typed, "part" + row);
            if (!name.isEmpty() || !amount.isEmpty()) {
                var money = money(amount, false);
                if (money == null) {
                    return Outcome.refused(Refusal.of(QuoteReason.STAGE_INVALID, "stages", Map.of("stage", row)));
                }
                stages.add(new NewQuotation.NewStage(
                        name, money, due(row, stages.isEmpty()), Saved.number(typed, "days" + row, 0)));
            }
        }
        var start = moment("start");
        var until = Typed.day(text(typed, "validUntil"));
        if (start == null) {
            return Outcome.refused(Refusal.of(QuoteReason.WORK_INVALID, "start", Map.of("days", 10)));
        }
        if (until.isEmpty()) {
            return Outcome.refused(Refusal.of(QuoteReason.VALIDITY_INVALID, "validUntil", Map.of("max", 90)));
        }
        var ends = until.get().plusDays(1).atStartOfDay(zone).toInstant();
        return Outcome.done(new NewQuotation(
                lines,
                stages,
                ends.isAfter(start) ? start : ends,
                new Work(start, minutes(), Saved.number(typed, "days", 1), Set.copyOf(staff("people"))),
                text(typed, "note")));
    }

    /** Times at which somebody could come and look. */
    List<Instant> surveys() {
        return IntStream.rangeClosed(1, SURVEYS)
                .mapToObj(number -> moment("survey" + number))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    List<StaffId> staff(String name) {
        return typed.getOrDefault(name, List.of()).stream()
                .filter(id -> id.matches("[0-9a-f-]{36}"))
                .map(id -> new StaffId(UUID.fromString(id)))
                .distinct()
                .toList();
    }

    private Due due(int row, boolean first) {
        return first
                ? Due.AT_ACCEPTANCE
                : text(typed, "due" + row).equals(Due.BEFORE_WORK.code()) ? Due.BEFORE_WORK : Due.WHEN_DONE;
    }

    /** Hours, with a point or a comma. */
    private int minutes() {
        var hours = text(typed, "hours").replace(',', '.');
        return hours.matches("[0-9]{1,2}(\\.[0-9]{1,2})?")
                ? (int) Math.round(Double.parseDouble(hours) * 60)
                : Saved.UNREADABLE;
    }

    /** A day and a time by the clock on the place's wall, as a browser sends them. */
    private @Nullable Instant moment(String name) {
        var day = Typed.day(text(typed, name + "Day"));
        var time = text(typed, name + "Time");
        return day.isEmpty() || !time.matches("([01][0-9]|2[0-3]):[0-5][0-9]")
                ? null
                : day.get().atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }

    private @Nullable Money money(String typed, boolean rebates) {
        var text = typed.replace(",", ".").replace("¥", "").replace("−", "-").strip();
        var decimals = currency.getDefaultFractionDigits();
        if (!text.matches((rebates ? "-?" : "") + "[0-9]{1,9}(\\.[0-9]{1," + Math.max(1, decimals) + "})?")) {
            return null;
        }
        var minor = new BigDecimal(text).movePointRight(decimals);
        return minor.stripTrailingZeros().scale() > 0 ? null : new Money(minor.longValueExact(), currency);
    }

    static String text(Map<String, List<String>> typed, String name) {
        var values = typed.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }
}
