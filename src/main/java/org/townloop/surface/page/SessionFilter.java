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

    private static final String PERSON = "townloop.person";

    private final People people;

    SessionFilter(People people) {
        this.people = people;
    }

    /** From now on the session is this person's; its id changes, so that nobody who knew the old one comes along. */
    static void signIn(HttpServletRequest request, PersonId person) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(PERSON, person.value().toString());
    }

    static void signOut(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && session.getAttribute(PERSON) instanceof String person) {
            people.actor(new PersonId(UUID.fromString(person)))
                    .ifPresent(actor -> SecurityContextHolder.getContext().setAuthentication(new SignedIn(actor)));
        }
        chain.doFilter(request, response);
    }
}
