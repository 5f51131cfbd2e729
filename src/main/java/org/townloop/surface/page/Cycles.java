package org.townloop.surface.page;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.payout.Cycle;
import org.townloop.loop.payout.PayoutReason;

/** On which days payouts are due, as a choice in a form: {@code DAILY}, {@code WEEKLY-1}, {@code MONTHLY-28}. */
public final class Cycles {

    /** One to choose; the empty value is what stands above or elsewhere. */
    public record Choice(String value, String name, boolean chosen) {}

    private static final Pattern VALUE = Pattern.compile("(DAILY|WEEKLY|MONTHLY)(?:-([0-9]{1,2}))?");

    private Cycles() {}

    /** @return empty if nothing was chosen; refused as PAYOUT_CYCLE_INVALID if there is no such cycle */
    public static Outcome<Optional<Cycle>> read(String value) {
        if (value.isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        var parts = VALUE.matcher(value);
        if (!parts.matches()) {
            return refused();
        }
        try {
            var number = parts.group(2);
            return Outcome.done(Optional.of(Cycle.of(parts.group(1), number == null ? null : Integer.valueOf(number))));
        } catch (IllegalArgumentException e) {
            return refused();
        }
    }

    public static String words(Page page, Cycle cycle) {
        return switch (cycle) {
            case Cycle.Daily() -> page.text("page.cycle.daily");
            case Cycle.Weekly(var weekday) ->
                page.text("page.cycle.weekly", "day", weekday.getDisplayName(TextStyle.FULL, page.locale()));
            case Cycle.Monthly(var day) -> page.text("page.cycle.monthly", "day", day);
        };
    }

    /**
     * All of them.
     *
     * @param none the words for no choice
     * @param chosen null for none
     */
    public static List<Choice> choices(Page page, String none, @Nullable Cycle chosen) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", none, chosen == null));
        Stream.of(
                        Stream.of(new Cycle.Daily()),
                        Stream.of(DayOfWeek.values()).map(Cycle.Weekly::new),
                        IntStream.rangeClosed(1, Cycle.LAST_DAY).mapToObj(Cycle.Monthly::new))
                .flatMap(each -> each)
                .map(Cycle.class::cast)
                .forEach(cycle -> choices.add(new Choice(value(cycle), words(page, cycle), cycle.equals(chosen))));
        return choices;
    }

    private static String value(Cycle cycle) {
        return cycle.number() == null ? cycle.code() : cycle.code() + "-" + cycle.number();
    }

    private static Outcome<Optional<Cycle>> refused() {
        return Outcome.refused(Refusal.of(PayoutReason.PAYOUT_CYCLE_INVALID, "cycle"));
    }
}
