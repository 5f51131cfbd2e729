package org.townloop.surface.page;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.DiskRoom;
import org.townloop.base.kernel.Refusal;

/**
 * Answers when the database fails before a controller has the request, or after: while a token or a session is looked up, or a
 * session is kept. And lets nobody write while the disk is all but full.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class OutageFilter implements Filter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final DiskRoom room;
    private final Outages outages;
    private final PageErrors pages;
    private final Problems problems;

    OutageFilter(DiskRoom room, Outages outages, PageErrors pages, Problems problems) {
        this.room = room;
        this.outages = outages;
        this.pages = pages;
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        if (room.isShort() && !READING.contains(asked.getMethod())) {
            tell(Refusal.of(RequestReason.DISK_FULL), asked, answer);
            return;
        }
        try {
            chain.doFilter(asked, answer);
        } catch (IOException | ServletException | RuntimeException e) {
            var refusal = outages.refusal(asked, e);
            if (refusal.isEmpty() || answer.isCommitted()) {
                throw e;
            }
            answer.resetBuffer();
            tell(refusal.get(), asked, answer);
        }
    }

    private void tell(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForProgram(request)) {
            problems.write(refusal, HttpStatus.SERVICE_UNAVAILABLE, request, response);
        } else {
            pages.tell(request, response, refusal);
        }
    }

    private static boolean isForProgram(HttpServletRequest request) {
        var accepted = request.getHeader("Accept");
        return request.getRequestURI().startsWith("/api") || (accepted != null && accepted.contains("json"));
    }
}
