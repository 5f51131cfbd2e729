package org.townloop.surface.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.IntentId;
import org.townloop.surface.page.Cookies;

/**
 * What a browser remembers of a payment that was begun in it by a secret link. The secret stands in a cookie, not in the
 * session: sessions are in the database, and in its backups.
 */
@Component
class BegunPayments {

    private static final String INTENT = "townloop.paid.";
    private static final String SECRET = "townloop-pay-";
    /** As long as somebody may be away at a gateway. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Cookies cookies;

    BegunPayments(Cookies cookies) {
        this.cookies = cookies;
    }

    void remember(
            HttpServletRequest request, HttpServletResponse response, OrderId order, Intent intent, String secret) {
        request.getSession()
                .setAttribute(INTENT + order.value(), intent.id().value().toString());
        cookies.put(response, SECRET + order.value(), secret, KEPT);
    }

    /** The payment of the order that was begun in this browser. */
    @Nullable
    IntentId of(HttpServletRequest request, OrderId order) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(INTENT + order.value()) instanceof String id
                ? new IntentId(UUID.fromString(id))
                : null;
    }

    /** By which link it was begun; empty if it was not, or is forgotten. */
    String secret(HttpServletRequest request, OrderId order) {
        var secret = cookies.get(request, SECRET + order.value());
        return secret == null ? "" : secret;
    }
}
