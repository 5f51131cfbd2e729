package org.townloop.surface.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.townloop.base.identity.AuditTrail;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/**
 * Fields by which somebody tries to be more than they are. Nothing reads them, so they change nothing; that they were sent
 * is written into the audit.
 */
@Component
class Privileged extends DeserializationProblemHandler implements HandlerInterceptor {

    private static final Set<String> NAMES = Set.of(
            "role",
            "roles",
            "grant",
            "grants",
            "right",
            "rights",
            "scope",
            "scopes",
            "authority",
            "authorities",
            "admin",
            "isadmin",
            "operator",
            "isoperator",
            "superuser",
            "permissions");

    private final AuditTrail audit;

    Privileged(AuditTrail audit) {
        this.audit = audit;
    }

    /** Of a form: what the page's own controller does not ask for. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !request.getMethod().equals("GET")) {
            Collections.list(request.getParameterNames()).stream()
                    .filter(name -> isPrivileged(name) && !asks(method, name))
                    .forEach(name -> note(request, name));
        }
        return true;
    }

    /** Of JSON: what the call's own record does not have. */
    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser json, ValueDeserializer<?> reader, Object record, String name) {
        if (isPrivileged(name) && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now) {
            note(now.getRequest(), name);
        }
        return false;
    }

    private static boolean isPrivileged(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean asks(HandlerMethod method, String name) {
        return Arrays.stream(method.getMethod().getParameters())
                .anyMatch(parameter -> parameter.getName().equals(name));
    }

    private void note(HttpServletRequest request, String field) {
        var actor = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? signedIn.getPrincipal().person()
                : null;
        audit.note(actor, "privilege-claimed", field + " at " + request.getMethod() + " " + request.getRequestURI());
    }
}
