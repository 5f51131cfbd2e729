package org.townloop.surface.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.townloop.base.kernel.Refusal;

/** Answers what failed before a controller had it or after it was done: a page to a browser, a problem to a program. */
@Controller
@RequestMapping("${server.error.path:${error.path:/error}}")
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final PageErrors pages;
    private final Problems problems;

    ErrorPages(PageErrors pages, Problems problems) {
        this.pages = pages;
        this.problems = problems;
    }

    /** The last resort if even the page fails: one line that promises nothing it cannot keep. */
    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = status(request);
        try {
            pages.write(request, response, status.value());
        } catch (RuntimeException e) {
            LOG.error("the error page failed too", e);
            response.setStatus(status.value());
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().println("Something went wrong here. Please try again shortly. 出了点问题，请稍后再试。");
        }
    }

    @RequestMapping
    ResponseEntity<Problem> problem(HttpServletRequest request) {
        var status = status(request);
        var reason = switch (status) {
            case NOT_FOUND -> RequestReason.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> RequestReason.METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> RequestReason.NOT_ACCEPTABLE;
            case CONTENT_TOO_LARGE -> RequestReason.BODY_TOO_LARGE;
            case SERVICE_UNAVAILABLE -> RequestReason.TRY_AGAIN;
            default -> status.is4xxClientError() ? RequestReason.BODY_UNREADABLE : RequestReason.FAILED;
        };
        return problems.of(Refusal.of(reason), status, request);
    }

    private static HttpStatus status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        && HttpStatus.resolve(code) instanceof HttpStatus status
                ? status
                : HttpStatus.NOT_FOUND;
    }
}
