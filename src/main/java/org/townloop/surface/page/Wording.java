package org.townloop.surface.page;

import com.ibm.icu.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.townloop.base.kernel.Words;

/** The texts of one language, each an ICU message: {@code {count, plural, one {# place} other {# places}}}. */
public final class Wording {

    private static final Logger LOG = LoggerFactory.getLogger(Wording.class);

    private final Locale locale;
    private final Map<String, String> patterns;
    private final Map<String, MessageFormat> parsed = new ConcurrentHashMap<>();

    Wording(Locale locale, Map<String, String> patterns) {
        this.locale = locale;
        this.patterns = patterns;
    }

    public Locale locale() {
        return locale;
    }

    public Set<String> keys() {
        return patterns.keySet();
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /** The text as it is written, an ICU message, for whoever puts the facts in elsewhere. */
    public String pattern(String key) {
        var pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return pattern;
    }

    public String get(String key) {
        return get(key, Map.of());
    }

    /** The text with the facts put in. A missing key stops a test; in production it is logged and shown as it is. */
    public String get(String key, Map<String, ?> facts) {
        var pattern = patterns.get(key);
        if (pattern == null) {
            assert false : "no text for " + key + " in " + locale;
            LOG.error("no text for {} in {}", key, locale);
            return key;
        }
        if (isPlain(pattern)) {
            return pattern;
        }
        var message = parsed.computeIfAbsent(key, missing -> new MessageFormat(pattern, locale));
        var said = new HashMap<String, Object>();
        facts.forEach((name, fact) -> said.put(name, said(fact)));
        return ((MessageFormat) message.clone()).format(said);
    }

    /** Whether it says itself: ICU's syntax begins with one of these. */
    private static boolean isPlain(String pattern) {
        return pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
    }

    /** The text with facts given as names and values in turn. */
    public String get(String key, Object... namesAndValues) {
        var facts = new HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return get(key, facts);
    }

    /** Words in the language of the texts; several of them one after the other. */
    private Object said(Object fact) {
        return switch (fact) {
            case Words words -> words.in(locale);
            case List<?> several ->
                several.stream().map(each -> said(each).toString()).collect(Collectors.joining(get("page.comma")));
            default -> fact;
        };
    }
}
