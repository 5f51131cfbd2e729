package org.townloop.surface.api;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.townloop.base.identity.Actor;

/** Who calls, where a call is open also to those whose token opens nothing any more. */
final class Caller {

    /** Nobody's token, where one is needed: answered with 401. */
    static final class Unknown extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private Caller() {}

    static Optional<Actor> known() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }
}
