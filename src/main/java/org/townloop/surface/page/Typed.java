package org.townloop.surface.page;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Days, moments, numbers and ids as they stand in an address or a form. A year has four digits: beyond, sums of days leave the
 * calendar and the database knows no such time.
 */
public final class Typed {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,4})?");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,9}|,[0-9]{1,2}|,[0-9]{4,9})?");

    private Typed() {}

    /** @return empty if the text is no day */
    public static Optional<LocalDate> day(String text) {
        return read(text, LocalDate::parse).filter(day -> isInCalendar(day.getYear()));
    }

    /** @return empty if the text is no date and time with offset */
    public static Optional<Instant> moment(String text) {
        return read(text, typed -> OffsetDateTime.parse(typed).withOffsetSameInstant(ZoneOffset.UTC))
                .filter(moment -> isInCalendar(moment.getYear()))
                .map(OffsetDateTime::toInstant);
    }

    /** @return empty if the text is no whole number of at most six digits */
    public static Optional<Integer> number(String text) {
        return Optional.of(text.strip())
                .filter(typed -> typed.matches("[0-9]{1,6}"))
                .map(Integer::valueOf);
    }

    /** @return empty if the text is no id, in lower case and with its four hyphens */
    public static Optional<UUID> id(String text) {
        return Optional.of(text.strip())
                .filter(typed -> ID.matcher(typed).matches())
                .map(UUID::fromString);
    }

    /** What stands in a field of a form, without the spaces around it; empty if nothing does. */
    public static String text(Map<String, List<String>> fields, String name) {
        var values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    /**
     * An amount as people write it: with a point or a comma before the decimals, with or without the sign of the money, in
     * letters of full or half width.
     *
     * @param decimals of the currency
     * @return in minor units, less than nothing with a minus before it; empty if it is none, or has more decimals
     */
    public static Optional<Long> minor(String text, int decimals) {
        return decimal(text.replaceAll("[¥￥$€£\\s]", ""))
                .filter(typed -> AMOUNT.matcher(typed.toPlainString()).matches())
                .map(typed -> typed.movePointRight(decimals).stripTrailingZeros())
                .filter(minor -> minor.scale() <= 0)
                .map(BigDecimal::longValueExact);
    }

    /**
     * A number with a point or a comma before its decimals. A comma with three digits after it is no number: it is how
     * thousands are written as well, and nobody's price is guessed.
     */
    public static Optional<BigDecimal> decimal(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replace('−', '-');
        return DECIMAL.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain.replace(',', '.')))
                : Optional.empty();
    }

    /** The outermost years are left out: a day more or less, or another offset, leads out of the calendar. */
    private static boolean isInCalendar(int year) {
        return year > 1 && year < 9_999;
    }

    private static <T> Optional<T> read(String text, Function<String, T> reader) {
        var typed = text.strip();
        if (typed.isEmpty() || !Character.isDigit(typed.charAt(0))) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(typed));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
