package org.townloop.surface.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;

/**
 * Knows the person of the session. The session keeps the id only: what the person may do is read again for each
 * request, so that a role that was taken away is gone at the next click.
 */
class SessionFilter extends OncePerRequestFilter {

    private final People people;

    SessionFilter(People people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && session.getAttribute(Sessions.PERSON) instanceof String person) {
            people.actor(new PersonId(UUID.fromString(person)))
                    .ifPresent(actor -> SecurityContextHolder.getContext().setAuthentication(new SignedIn(actor)));
        }
        chain.doFilter(request, response);
    }
}
