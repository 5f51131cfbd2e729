package org.townloop.surface.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;

/** Who is signed in where. A session keeps the person's id and the browser's name, and nothing that they may do. */
@Component
public class Sessions {

    static final String PERSON = "townloop.person";

    /** On a request: the browser is to keep its session when it is closed. */
    static final String KEEP = "townloop.keep";

    private static final String DEVICE = "townloop.device";
    private static final String BROWSER = "townloop.browser";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration UNTIL_CLOSED = Duration.ofHours(12);

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final CsrfTokenRepository csrf;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions, CsrfTokenRepository csrf) {
        this.sessions = sessions;
        this.csrf = csrf;
    }

    /**
     * From now on the browser is this person's. It gets a new session with a new id, so that nobody who knew the old one
     * comes along, and a new token for its forms.
     *
     * @param keep whether to stay signed in after the browser is closed
     */
    public void signIn(HttpServletRequest request, HttpServletResponse response, PersonId person, boolean keep) {
        signOut(request, response);
        if (keep) {
            request.setAttribute(KEEP, true);
        }
        var session = request.getSession();
        session.setMaxInactiveInterval((int) (keep ? KEPT : UNTIL_CLOSED).toSeconds());
        session.setAttribute(PERSON, person.value().toString());
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                person.value().toString());
        session.setAttribute(DEVICE, UUID.randomUUID().toString());
        session.setAttribute(BROWSER, BrowserName.of(request.getHeader("User-Agent")));
    }

    public void signOut(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        csrf.saveToken(null, request, response);
    }

    /** Whether the browser was signed in so short a while ago that nobody else sits before it by now. */
    public boolean signedInWithin(HttpServletRequest request, Duration time) {
        var session = request.getSession(false);
        return session != null && session.getLastAccessedTime() - session.getCreationTime() <= time.toMillis();
    }

    /** Where the person is signed in, the last used first. */
    public List<Device> of(PersonId person, HttpServletRequest request) {
        var here = request.getSession(false);
        return found(person).values().stream()
                .filter(session -> session.getAttribute(DEVICE) != null)
                .map(session -> device(session, here == null ? "" : here.getId()))
                .sorted(Comparator.comparing(Device::isThis)
                        .thenComparing(Device::lastUsed)
                        .reversed())
                .toList();
    }

    /**
     * Ends the session of one device.
     *
     * @throws Absent if it is not one of the person's
     */
    public void end(PersonId person, UUID device) {
        var ended = found(person).values().stream()
                .filter(session -> device.toString().equals(session.getAttribute(DEVICE)))
                .findFirst()
                .orElseThrow(() -> new Absent("device " + device));
        sessions.deleteById(ended.getId());
    }

    /** Ends all of them, this one too. */
    public void endAll(PersonId person) {
        found(person).keySet().forEach(sessions::deleteById);
    }

    private Map<String, ? extends Session> found(PersonId person) {
        return sessions.findByPrincipalName(person.value().toString());
    }

    private static Device device(Session session, String here) {
        String device = session.getRequiredAttribute(DEVICE);
        String browser = session.getAttributeOrDefault(BROWSER, "");
        return new Device(
                UUID.fromString(device),
                browser,
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getId().equals(here));
    }
}
