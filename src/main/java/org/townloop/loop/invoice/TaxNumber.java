package org.townloop.loop.invoice;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number by which a tax office knows somebody.
 *
 * @param value in capitals, without blanks
 */
public record TaxNumber(String value, Kind kind) {

    /** Whose number it is. */
    public enum Kind {
        /** 统一社会信用代码. */
        CREDIT_CODE,
        /** A number for value added tax of a member state of the EU, or of Northern Ireland. */
        EU_VAT,
        /** Of another country: its form is not known here. */
        OTHER
    }

    /** Without I, O, S, V and Z. */
    private static final String CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final Pattern OTHER = Pattern.compile("[A-Z0-9][A-Z0-9./-]{2,18}[A-Z0-9]");

    /** The forms in the European Commission's VIES, frequently asked questions, Q11: what follows upon the country. */
    private static final Map<String, String> VAT = Map.ofEntries(
            Map.entry("AT", "U\\d{8}"),
            Map.entry("BE", "[01]\\d{9}"),
            Map.entry("BG", "\\d{9,10}"),
            Map.entry("CY", "\\d{8}[A-Z]"),
            Map.entry("CZ", "\\d{8,10}"),
            Map.entry("DE", "\\d{9}"),
            Map.entry("DK", "\\d{8}"),
            Map.entry("EE", "\\d{9}"),
            Map.entry("EL", "\\d{9}"),
            Map.entry("ES", "[A-Z0-9]\\d{7}[A-Z0-9]"),
            Map.entry("FI", "\\d{8}"),
            Map.entry("FR", "[A-Z0-9]{2}\\d{9}"),
            Map.entry("HR", "\\d{11}"),
            Map.entry("HU", "\\d{8}"),
            Map.entry("IE", "\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}"),
            Map.entry("IT", "\\d{11}"),
            Map.entry("LT", "\\d{9}|\\d{12}"),
            Map.entry("LU", "\\d{8}"),
            Map.entry("LV", "\\d{11}"),
            Map.entry("MT", "\\d{8}"),
            Map.entry("NL", "\\d{9}B\\d{2}"),
            Map.entry("PL", "\\d{10}"),
            Map.entry("PT", "\\d{9}"),
            Map.entry("RO", "\\d{2,10}"),
            Map.entry("SE", "\\d{12}"),
            Map.entry("SI", "\\d{8}"),
            Map.entry("SK", "\\d{10}"),
            Map.entry("XI", "\\d{9}|\\d{12}"));

    /**
     * Reads a number as people write it.
     *
     * @param others whether numbers of other countries are taken as they are
     * @return empty if it is none: its check digit is another, or it has not the form of its country
     */
    public static Optional<TaxNumber> of(String typed, boolean others) {
        var value = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        if (isCreditCode(value)) {
            return Optional.of(new TaxNumber(value, Kind.CREDIT_CODE));
        }
        var form = value.length() < 4 ? null : VAT.get(value.substring(0, 2));
        if (form != null) {
            return value.substring(2).matches(form) ? Optional.of(new TaxNumber(value, Kind.EU_VAT)) : Optional.empty();
        }
        return others && value.length() != 18 && OTHER.matcher(value).matches()
                ? Optional.of(new TaxNumber(value, Kind.OTHER))
                : Optional.empty();
    }

    /**
     * Eighteen characters of which the last checks the others (GB 32100-2015, 4.6): the values of the first seventeen,
     * weighted by the powers of three modulo 31, and the last one are together a multiple of 31.
     */
    static boolean isCreditCode(String value) {
        if (value.length() != 18) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int each = CREDIT_LETTERS.indexOf(value.charAt(i));
            if (each < 0) {
                return false;
            }
            sum += each * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_LETTERS.indexOf(value.charAt(17)) == (31 - sum % 31) % 31;
    }
}
