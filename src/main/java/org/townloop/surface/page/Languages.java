package org.townloop.surface.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a page: chosen by {@code lang}, remembered in a cookie, else the browser's, else English. */
class Languages implements LocaleResolver {

    private static final String NAME = "lang";
    private static final Duration KEPT = Duration.ofDays(365);

    private final Cookies cookies;

    Languages(Cookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var chosen = known(request.getParameter(NAME));
        if (chosen != null) {
            return chosen;
        }
        var remembered = known(cookies.get(request, NAME));
        return remembered != null ? remembered : ofBrowser(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            cookies.put(response, NAME, locale.toLanguageTag(), KEPT);
        }
    }

    /** Remembers the language that this request chose, if it chose one. */
    void remember(HttpServletRequest request, HttpServletResponse response) {
        var chosen = known(request.getParameter(NAME));
        if (chosen != null) {
            setLocale(request, response, chosen);
        }
    }

    private static Locale ofBrowser(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.ENGLISH;
        }
        return Collections.list(request.getLocales()).stream()
                .map(locale -> known(locale.toLanguageTag()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static @Nullable Locale known(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        return switch (Locale.forLanguageTag(tag).getLanguage()) {
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> null;
        };
    }
}
