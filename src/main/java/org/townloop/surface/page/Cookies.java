package org.townloop.surface.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import org.townloop.base.kernel.TownAddress;

/**
 * What we ask browsers to keep: for this host alone, out of reach of scripts. Under https each name begins with
 * {@code __Host-} (RFC 6265bis, section 4.1.3.2), so that no neighbouring host can put one of its own in its place.
 */
@Component
public class Cookies {

    static final String SAME_SITE = "Lax";

    private static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

    private final boolean secure;

    Cookies(TownAddress address) {
        this.secure = address.isSecure();
    }

    public @Nullable String get(HttpServletRequest request, String name) {
        var cookie = WebUtils.getCookie(request, named(name));
        return cookie == null ? null : cookie.getValue();
    }

    /** @param kept null for as long as the browser is open */
    public void put(HttpServletResponse response, String name, String value, @Nullable Duration kept) {
        var cookie = ResponseCookie.from(named(name), value)
                .path("/")
                .maxAge(Optional.ofNullable(kept).orElse(UNTIL_CLOSED))
                .sameSite(SAME_SITE)
                .secure(secure)
                .httpOnly(true)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    public void remove(HttpServletResponse response, String name) {
        put(response, name, "", Duration.ZERO);
    }

    String named(String name) {
        return secure ? "__Host-" + name : name;
    }

    boolean secure() {
        return secure;
    }
}
