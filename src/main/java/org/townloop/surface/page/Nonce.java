package org.townloop.surface.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a rule of style within a page must carry, known to nobody before the page is made (CSP, level 3). */
public final class Nonce {

    private static final String KEPT = Nonce.class.getName();
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private @Nullable String value;

    private Nonce() {}

    /** The request's, which has a value only once a page asks for it. */
    static Nonce of(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof Nonce known) {
            return known;
        }
        var nonce = new Nonce();
        request.setAttribute(KEPT, nonce);
        return nonce;
    }

    /** What the policy says of it: nothing, if no page asked. */
    String source() {
        return value == null ? "" : " 'nonce-" + value + "'";
    }

    String value() {
        if (value == null) {
            var bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            value = Base64.getEncoder().encodeToString(bytes);
        }
        return value;
    }
}
