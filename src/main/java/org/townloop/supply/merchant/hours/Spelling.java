package org.townloop.supply.merchant.hours;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words, numbers and signs of a notation, and where they stand. */
final class Spelling {

    /** @param at its first character, 0 being that of the text */
    record Token(int at, String text) {

        boolean isNumber() {
            return Character.isDigit(text.charAt(0));
        }
    }

    private static final Pattern TOKEN =
            Pattern.compile("\"[^\"]*\"|\"|[0-9]+|\\p{L}+|\\|\\||[,;:+/.\\[\\]()\\-\\x{2013}\\x{2014}]|\\S");
    private static final Pattern SIGN = Pattern.compile("\\|\\||[,;:+/.\\[\\]()\\-\\x{2013}\\x{2014}]");
    private static final Pattern SPAN =
            Pattern.compile("([0-2]?[0-9]):([0-5][0-9])(\\s*-\\s*)([0-2][0-9]):([0-5][0-9])");

    private static final Set<String> SUN = Set.of("sunrise", "sunset", "dawn", "dusk");
    private static final Set<String> WORDS = Set.of(
            "mo", "tu", "we", "th", "fr", "sa", "su", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec", "ph", "week", "day", "days", "off", "closed", "open", "unknown", "easter");

    private final List<Token> tokens;

    Spelling(String text) {
        this.tokens = TOKEN.matcher(text)
                .results()
                .map(found -> new Token(found.start(), found.group()))
                .toList();
    }

    /** The first word or number that no notation has; null if there is none. */
    Reading.@Nullable Fault fault() {
        for (int i = 0; i < tokens.size(); i++) {
            var kind = kind(i);
            if (kind != null) {
                var token = tokens.get(i);
                var isTime = kind == Reading.Kind.NO_SUCH_TIME;
                return fault(kind, token, isTime ? token.text + ":" + tokens.get(i + 2).text : token.text);
            }
        }
        return null;
    }

    /** What begins at the column or before it, 1 being the first; the token so many further on. */
    Reading.Fault unreadable(int column, int further) {
        if (tokens.isEmpty()) {
            return new Reading.Fault(Reading.Kind.UNREADABLE, 1, "", null);
        }
        var at = -1;
        while (at + 1 < tokens.size() && tokens.get(at + 1).at < column) {
            at++;
        }
        var token = tokens.get(Math.clamp(at + (long) further, 0, tokens.size() - 1));
        return fault(Reading.Kind.UNREADABLE, token, token.text);
    }

    /** The first number that might be an hour and has no minutes, or the first word. */
    Reading.Fault withoutMinutes() {
        for (int i = 0; i < tokens.size(); i++) {
            var isHour = tokens.get(i).isNumber() && !is(i + 1, ":") && !is(i - 1, ":") && !is(i - 1, "/");
            if (isHour && (is(i + 1, "-") || is(i - 1, "-") || is(i + 1, "+") || is(i + 1, "\u2013"))) {
                return fault(Reading.Kind.UNREADABLE, tokens.get(i), tokens.get(i).text);
            }
        }
        return unreadable(0, 1);
    }

    /** Where the part begins, spaces aside, 1 being the first character; 1 if it was written otherwise. */
    static int position(String text, String part) {
        var spaced = part.chars()
                .filter(sign -> sign != ' ')
                .mapToObj(sign -> Pattern.quote(Character.toString(sign)))
                .collect(Collectors.joining("\\s*"));
        var found = Pattern.compile(spaced, Pattern.CASE_INSENSITIVE).matcher(text);
        return found.find() ? found.start() + 1 : 1;
    }

    /** A night over midnight in the other spelling, of the same length: 26:00 for 02:00. Comments stay. */
    static String throughTheNight(String text) {
        var parts = text.split("(?=\")", -1);
        var quoted = false;
        var whole = new StringBuilder();
        for (var part : parts) {
            if (part.startsWith("\"")) {
                quoted = !quoted;
            }
            whole.append(quoted ? part : extended(part));
        }
        return whole.toString();
    }

    private static String extended(String text) {
        return SPAN.matcher(text).replaceAll(span -> {
            var from = Integer.parseInt(span.group(1)) * 60 + Integer.parseInt(span.group(2));
            var hour = Integer.parseInt(span.group(4));
            return hour * 60 + Integer.parseInt(span.group(5)) > from
                    ? span.group()
                    : span.group(1) + ":" + span.group(2) + span.group(3) + (hour + 24) + ":" + span.group(5);
        });
    }

    private Reading.@Nullable Kind kind(int i) {
        var text = tokens.get(i).text;
        var word = text.toLowerCase(Locale.ROOT);
        if (text.startsWith("\"")) {
            return text.length() > 1 ? null : Reading.Kind.QUOTE_OPEN;
        }
        if (tokens.get(i).isNumber()) {
            return number(i);
        }
        if (SUN.contains(word)) {
            return Reading.Kind.SUN;
        }
        if (word.equals("sh")) {
            return Reading.Kind.SCHOOL;
        }
        return WORDS.contains(word) || SIGN.matcher(text).matches() ? null : Reading.Kind.UNREADABLE;
    }

    private Reading.@Nullable Kind number(int i) {
        var text = tokens.get(i).text;
        if (text.length() > 4) {
            return Reading.Kind.UNREADABLE;
        }
        if (!is(i + 1, ":") || i + 2 >= tokens.size() || !tokens.get(i + 2).isNumber() || is(i - 1, ":")) {
            return null;
        }
        var minutes = tokens.get(i + 2).text;
        var exists = text.length() < 3
                && Integer.parseInt(text) <= 48
                && minutes.length() == 2
                && minutes.compareTo("60") < 0;
        return exists || text.length() == 4 ? null : Reading.Kind.NO_SUCH_TIME;
    }

    private boolean is(int i, String text) {
        return i >= 0 && i < tokens.size() && tokens.get(i).text.equals(text);
    }

    private static Reading.Fault fault(Reading.Kind kind, Token token, String part) {
        return new Reading.Fault(kind, token.at + 1, part, null);
    }
}
