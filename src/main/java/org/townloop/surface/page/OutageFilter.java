package org.townloop.surface.page;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Refusal;

/**
 * Answers when the database fails before a controller has the request, or after: while a token or a session is looked up, or a
 * session is kept.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class OutageFilter implements Filter {

    private final Outages outages;
    private final PageErrors pages;
    private final Problems problems;

    OutageFilter(Outages outages, PageErrors pages, Problems problems) {
        this.outages = outages;
        this.pages = pages;
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            var asked = (HttpServletRequest) request;
            var refusal = outages.refusal(asked, e);
            if (refusal.isEmpty() || response.isCommitted()) {
                throw e;
            }
            response.resetBuffer();
            tell(refusal.get(), asked, (HttpServletResponse) response);
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
