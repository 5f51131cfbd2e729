package org.townloop.surface.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a page may load and run (Content Security Policy, level 3): what comes from here, and of what stands in the page
 * itself only rules of style with the page's nonce. No script within a page, no style attribute.
 */
class ContentPolicy implements HeaderWriter {

    private static final String NAME = "Content-Security-Policy";

    private static final String BEFORE_NONCE = "default-src 'self'; img-src 'self' data: blob:; style-src 'self'";

    private static final String AFTER_NONCE = "; script-src 'self'; worker-src 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; "
            // paying is a form that is sent on to the gateway's own page
            + "form-action 'self' https: http://localhost:* http://127.0.0.1:*";

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(NAME)) {
            response.setHeader(NAME, BEFORE_NONCE + Nonce.of(request).source() + AFTER_NONCE);
        }
    }
}
