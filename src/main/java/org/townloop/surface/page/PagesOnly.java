package org.townloop.surface.page;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Leads requests of browsers through a filter, and those of programs, and for files and payers, past it. */
record PagesOnly(Filter filter) implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (hasSession(((HttpServletRequest) request).getRequestURI())) {
            filter.doFilter(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** What is certain to know no session; whatever else it is may have one. */
    private static boolean hasSession(String path) {
        return !path.startsWith("/api/")
                && !path.startsWith("/sandbox/")
                && !path.startsWith("/assets/")
                && !path.startsWith("/webjars/");
    }
}
