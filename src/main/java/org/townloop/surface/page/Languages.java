package org.townloop.surface.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language of a page: chosen by {@code lang}, remembered in a cookie, else the browser's, else English. */
class Languages implements LocaleResolver {

    private static final String NAME = "lang";
    private static final int YEAR_SECONDS = (int) Duration.ofDays(365).toSeconds();

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var chosen = known(request.getParameter(NAME));
        if (chosen != null) {
            return chosen;
        }
        var cookie = WebUtils.getCookie(request, NAME);
        var remembered = known(cookie == null ? null : cookie.getValue());
        return remembered != null ? remembered : ofBrowser(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            var cookie = new Cookie(NAME, locale.toLanguageTag());
            cookie.setPath("/");
            cookie.setMaxAge(YEAR_SECONDS);
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
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
