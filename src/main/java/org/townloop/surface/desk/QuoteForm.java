package org.townloop.surface.desk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.quote.Due;
import org.townloop.loop.quote.NewQuotation;
import org.townloop.loop.quote.Quotation;
import org.townloop.loop.quote.QuoteLine;
import org.townloop.loop.quote.QuoteReason;
import org.townloop.loop.quote.SurveyTime;
import org.townloop.loop.quote.Work;
import org.townloop.supply.merchant.StaffId;
import org.townloop.surface.page.Typed;

/** Reads the form in which a quotation is written. Rows in which nothing stands are left out. */
record QuoteForm(ZoneId zone, Currency currency, Map<String, List<String>> typed) {

    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    /** What it comes to. */
    record Sums(Money total, Money stages) {}

    /** As it stands in the form, to be written anew. */
    static Map<String, List<String>> of(Quotation written, ZoneId zone) {
        var fields = new LinkedHashMap<String, List<String>>();
        var row = 0;
        for (var line : written.lines()) {
            row++;
            put(fields, "line" + row, line.text());
            put(fields, "amount" + row, plain(line.amount()));
        }
        for (var stage : written.stages()) {
            put(fields, "stage" + stage.number(), stage.name());
            put(fields, "part" + stage.number(), plain(stage.amount()));
            put(fields, "due" + stage.number(), stage.due().code());
            put(fields, "days" + stage.number(), stage.due() == Due.BEFORE_WORK ? "" + stage.daysBefore() : "");
        }
        var work = written.work();
        var start = work.start().atZone(zone);
        put(fields, "startDay", start.toLocalDate().toString());
        put(fields, "startTime", start.toLocalTime().toString());
        put(fields, "hours", plain(BigDecimal.valueOf(work.minutes()).divide(HOUR, 2, RoundingMode.HALF_UP)));
        put(fields, "days", "" + work.days());
        fields.put(
                "people",
                work.people().stream().map(person -> person.value().toString()).toList());
        var until = written.validUntil().minusSeconds(1).atZone(zone);
        put(fields, "validUntil", until.toLocalDate().toString());
        put(fields, "note", written.note());
        return fields;
    }

    Outcome<NewQuotation> read() {
        return lines().then(lines -> stages().then(stages -> read(lines, stages)));
    }

    /** Without looking at the rest of it. */
    Outcome<Sums> sums() {
        var nothing = Money.zero(currency);
        return lines().then(lines -> stages().map(stages -> new Sums(
                lines.stream().map(QuoteLine::amount).reduce(nothing, Money::plus),
                stages.stream().map(NewQuotation.NewStage::amount).reduce(nothing, Money::plus))));
    }

    private Outcome<List<QuoteLine>> lines() {
        var lines = new ArrayList<QuoteLine>();
        for (int row = 1; row <= NewQuotation.MOST_LINES; row++) {
            var text = Typed.text(typed, "line" + row);
            var amount = Typed.text(typed, "amount" + row);
            if (!text.isEmpty() || !amount.isEmpty()) {
                var money = money(amount, true);
                if (money == null) {
                    return Outcome.refused(Refusal.of(QuoteReason.QUOTE_LINE_INVALID, "lines", Map.of("line", row)));
                }
                lines.add(new QuoteLine(text, money));
            }
        }
        return Outcome.done(lines);
    }

    private Outcome<List<NewQuotation.NewStage>> stages() {
        var stages = new ArrayList<NewQuotation.NewStage>();
        for (int row = 1; row <= NewQuotation.MOST_STAGES; row++) {
            var name = Typed.text(typed, "stage" + row);
            var amount = Typed.text(typed, "part" + row);
            if (!name.isEmpty() || !amount.isEmpty()) {
                var money = money(amount, false);
                if (money == null) {
                    return Outcome.refused(Refusal.of(QuoteReason.STAGE_INVALID, "stages", Map.of("stage", row)));
                }
                stages.add(new NewQuotation.NewStage(
                        name, money, due(row, stages.isEmpty()), Saved.number(typed, "days" + row, 0)));
            }
        }
        return Outcome.done(stages);
    }

    private Outcome<NewQuotation> read(List<QuoteLine> lines, List<NewQuotation.NewStage> stages) {
        var start = moment("start");
        var until = Typed.day(Typed.text(typed, "validUntil"));
        if (start == null) {
            return Outcome.refused(Refusal.of(QuoteReason.WORK_INVALID, "start", Map.of("days", Work.MOST_DAYS)));
        }
        if (until.isEmpty()) {
            return Outcome.refused(Refusal.of(
                    QuoteReason.VALIDITY_INVALID, "validUntil", Map.of("max", NewQuotation.MOST_DAYS_VALID)));
        }
        var ends = until.get().plusDays(1).atStartOfDay(zone).toInstant();
        return Outcome.done(new NewQuotation(
                lines,
                stages,
                ends.isAfter(start) ? start : ends,
                new Work(start, minutes(), Saved.number(typed, "days", 1), Set.copyOf(staff("people"))),
                Typed.text(typed, "note")));
    }

    /** Times at which somebody could come and look. */
    List<Instant> surveys() {
        return IntStream.rangeClosed(1, SurveyTime.MOST)
                .mapToObj(number -> moment("survey" + number))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    List<StaffId> staff(String name) {
        return typed.getOrDefault(name, List.of()).stream()
                .flatMap(id -> Typed.id(id).stream())
                .map(StaffId::new)
                .distinct()
                .toList();
    }

    private Due due(int row, boolean first) {
        return first
                ? Due.AT_ACCEPTANCE
                : Typed.text(typed, "due" + row).equals(Due.BEFORE_WORK.code()) ? Due.BEFORE_WORK : Due.WHEN_DONE;
    }

    /** Hours, with a point or a comma. */
    private int minutes() {
        return Typed.decimal(Typed.text(typed, "hours"))
                .filter(hours -> hours.signum() >= 0 && hours.precision() - hours.scale() <= 2 && hours.scale() <= 2)
                .map(hours -> (int) Math.round(hours.doubleValue() * 60))
                .orElse(Saved.UNREADABLE);
    }

    /** A day and a time by the clock on the place's wall, as a browser sends them. */
    private @Nullable Instant moment(String name) {
        var day = Typed.day(Typed.text(typed, name + "Day"));
        var time = Typed.text(typed, name + "Time");
        return day.isEmpty() || !time.matches("([01][0-9]|2[0-3]):[0-5][0-9]")
                ? null
                : day.get().atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }

    private @Nullable Money money(String typed, boolean rebates) {
        return Typed.minor(typed, currency.getDefaultFractionDigits())
                .filter(minor -> rebates || minor >= 0)
                .map(minor -> new Money(minor, currency))
                .orElse(null);
    }

    private static String plain(Money money) {
        return plain(BigDecimal.valueOf(money.minor(), money.currency().getDefaultFractionDigits()));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static void put(Map<String, List<String>> fields, String name, String value) {
        fields.put(name, List.of(value));
    }
}
