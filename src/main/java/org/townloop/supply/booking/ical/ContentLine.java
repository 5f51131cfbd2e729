package org.townloop.supply.booking.ical;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A content line (RFC 5545, section 3.1): name, parameters, value.
 *
 * @param number of the line of the text in which it begins, from 1
 * @param name in upper case
 * @param parameters by their names in upper case, without quotes
 */
record ContentLine(int number, String name, Map<String, String> parameters, String value) {

    private static final String NAME = "[A-Za-z0-9-]+";

    /** @return null if it is none */
    static @Nullable ContentLine of(int number, String text) {
        var parts = new HashMap<String, String>();
        String name = null;
        var from = 0;
        var quoted = false;
        for (int at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && (letter == ':' || letter == ';')) {
                var part = text.substring(from, at);
                if (name == null) {
                    name = part.toUpperCase(Locale.ROOT);
                } else {
                    addParameter(parts, part);
                }
                from = at + 1;
                if (letter == ':') {
                    return name.matches(NAME)
                            ? new ContentLine(number, name, Map.copyOf(parts), text.substring(from))
                            : null;
                }
            }
        }
        return null;
    }

    private static void addParameter(Map<String, String> parameters, String part) {
        var equals = part.indexOf('=');
        if (equals > 0) {
            parameters.put(
                    part.substring(0, equals).toUpperCase(Locale.ROOT),
                    part.substring(equals + 1).replace("\"", ""));
        }
    }

    boolean is(String other) {
        return name.equals(other);
    }

    String parameter(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }

    /** What it is worth without spaces around it, in upper case. */
    String word() {
        return value.strip().toUpperCase(Locale.ROOT);
    }
}
