package org.townloop.supply.merchant;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.hours.Notation;
import org.townloop.supply.merchant.hours.PlainWeek;
import org.townloop.supply.merchant.hours.Reading;
import org.townloop.supply.merchant.hours.WallSpan;

/** What the hours of a place must satisfy, however they were written. */
final class HoursRules {

    /** What a form calls the text. */
    static final String FIELD = "notation";

    private HoursRules() {}

    static Outcome<Notation> read(String typed) {
        return switch (Notation.read(typed.strip())) {
            case Reading.Read(var notation) -> Outcome.done(notation);
            case Reading.Fault fault -> Outcome.refused(refusal(fault));
        };
    }

    /** The text, or what it might mean if it is merely misspelt. */
    static Optional<Notation> guessed(String text) {
        return switch (Notation.read(text)) {
            case Reading.Read(var notation) -> Optional.of(notation);
            case Reading.Fault fault ->
                Optional.ofNullable(fault.fix()).map(Notation::read).flatMap(HoursRules::notation);
        };
    }

    private static Optional<Notation> notation(Reading reading) {
        return reading instanceof Reading.Read(var notation) ? Optional.of(notation) : Optional.empty();
    }

    /** The week as one reads it; that its spans are apart was seen to before. */
    static PlainWeek plain(List<DayHours> week, boolean closedOnHolidays) {
        var days = new EnumMap<DayOfWeek, List<WallSpan>>(DayOfWeek.class);
        week.stream()
                .sorted(Comparator.comparing(DayHours::opens))
                .forEach(span -> days.computeIfAbsent(span.day(), day -> new ArrayList<>())
                        .add(new WallSpan(WeekRules.minute(span.opens()), WeekRules.end(span.closes()))));
        return new PlainWeek(days, closedOnHolidays);
    }

    private static Refusal refusal(Reading.Fault fault) {
        var facts = new HashMap<String, Object>();
        facts.put("position", fault.position());
        facts.put("part", fault.part());
        facts.put("max", Notation.LONGEST);
        var fix = fault.fix();
        if (fix != null) {
            facts.put("fix", fix);
        }
        return Refusal.of(reason(fault), FIELD, facts);
    }

    private static MerchantReason reason(Reading.Fault fault) {
        return switch (fault.kind()) {
            case UNREADABLE -> fault.fix() == null ? MerchantReason.HOURS_UNREADABLE : MerchantReason.HOURS_MISSPELT;
            case QUOTE_OPEN -> MerchantReason.HOURS_QUOTE_OPEN;
            case NO_SUCH_TIME -> MerchantReason.HOURS_NO_SUCH_TIME;
            case NO_SUCH_DAY -> MerchantReason.HOURS_NO_SUCH_DAY;
            case SUN -> MerchantReason.HOURS_SUN;
            case SCHOOL -> MerchantReason.HOURS_SCHOOL;
            case NO_END -> MerchantReason.HOURS_NO_END;
            case NOT_COUNTED -> MerchantReason.HOURS_NOT_COUNTED;
            case TOO_LONG -> MerchantReason.HOURS_TOO_LONG;
        };
    }
}
