package org.townloop.base.notice;

import com.ibm.icu.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;

/** Whether a template can be sent: it reads as a message, takes what there is, and says what it must. */
final class DraftCheck {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_BRIEF = 1000;
    private static final int LONGEST_FULL = 10_000;

    private DraftCheck() {}

    /** The first thing that is wrong with it, or null. */
    static @Nullable Refusal fault(Letter letter, Locale language, Draft draft) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("title", draft.title());
        parts.put("brief", draft.brief());
        parts.put("full", draft.full());
        for (var part : parts.entrySet()) {
            var fault = fault(letter, language, part.getKey(), part.getValue());
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static @Nullable Refusal fault(Letter letter, Locale language, String part, String text) {
        var longest = part.equals("title") ? LONGEST_TITLE : part.equals("brief") ? LONGEST_BRIEF : LONGEST_FULL;
        if (text.isBlank()) {
            return Refusal.of(NoticeReason.TEMPLATE_EMPTY, part);
        }
        if (text.length() > longest) {
            return Refusal.of(NoticeReason.TEMPLATE_TOO_LONG, part, Map.of("max", longest));
        }
        try {
            return parameters(letter, part, new MessageFormat(text, language).getArgumentNames());
        } catch (IllegalArgumentException e) {
            return Refusal.of(NoticeReason.TEMPLATE_UNREADABLE, part);
        }
    }

    private static @Nullable Refusal parameters(Letter letter, String part, Set<String> used) {
        var known = letter.parameters();
        var unknown = new TreeSet<>(used);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            return Refusal.of(
                    NoticeReason.TEMPLATE_UNKNOWN_PARAMETER,
                    part,
                    Map.of("parameter", braced(unknown), "known", braced(known)));
        }
        var missing = new TreeSet<>(letter.needed());
        missing.removeAll(used);
        return missing.isEmpty() || part.equals("title")
                ? null
                : Refusal.of(NoticeReason.TEMPLATE_MISSING_PARAMETER, part, Map.of("parameter", braced(missing)));
    }

    private static String braced(Set<String> names) {
        return "{" + String.join("}, {", names) + "}";
    }
}
