package org.townloop.surface.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Refusal;

/** Shows a page where a controller of pages, files or pictures failed. Programs are answered elsewhere. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    private final Pages pages;
    private final Languages languages;
    private final ViewHandler views;
    private final Outages outages;

    PageErrors(Pages pages, Languages languages, ViewHandler views, Outages outages) {
        this.pages = pages;
        this.languages = languages;
        this.views = views;
        this.outages = outages;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!(handler instanceof HandlerMethod method) || isForPrograms(method)) {
            return null;
        }
        try {
            response.resetBuffer();
            var outage = outages.refusal(request, failure);
            if (outage.isPresent()) {
                tell(request, response, outage.get());
            } else {
                answer(request, response, failure);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        var wrong = wrong(failure);
        if (wrong != null) {
            write(request, response, wrong);
            return;
        }
        var status = status(failure);
        if (status.is5xxServerError()) {
            log(request, failure);
        }
        write(request, response, status.value());
    }

    /** That it cannot be answered now, and when to come again. */
    void tell(HttpServletRequest request, HttpServletResponse response, Refusal outage) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Problems.RETRY_SECONDS));
        if (outage.reason() == RequestReason.TRY_AGAIN) {
            write(request, response, HttpStatus.SERVICE_UNAVAILABLE.value());
        } else {
            write(request, response, outage);
        }
    }

    void write(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        var page = pages.of(request, languages.resolveLocale(request));
        var shown = new View.Shown(
                "page/error", new ErrorView(page, status, Trace.of(request), null), HttpStatus.valueOf(status));
        views.write(shown, response);
    }

    /** The same with the refusal's own sentence, before a controller could keep the form. */
    void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        var page = pages.of(request, languages.resolveLocale(request));
        var status = Problems.status(refusal.reason());
        var view = new ErrorView(page, status.value(), Trace.of(request), page.refusal(refusal));
        views.write(new View.Shown("page/error", view, status), response);
    }

    private static boolean isForPrograms(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class);
    }

    /** The field that a form or an address has wrong or lacks, unless it names something: an id that is none is of nothing. */
    private static @Nullable Refusal wrong(Exception failure) {
        return switch (failure) {
            case MethodArgumentTypeMismatchException mismatch
            when !mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                    && mismatch.getRequiredType() != UUID.class ->
                Refusal.of(RequestReason.FIELD_UNREADABLE, mismatch.getName(), Map.of("field", mismatch.getName()));
            case MissingServletRequestParameterException missing ->
                Refusal.of(
                        RequestReason.FIELD_MISSING,
                        missing.getParameterName(),
                        Map.of("field", missing.getParameterName()));
            default -> null;
        };
    }

    /** An id that is none names nothing. */
    private static HttpStatusCode status(Exception failure) {
        return switch (failure) {
            case Absent _, TypeMismatchException _ -> HttpStatus.NOT_FOUND;
            case ErrorResponse known -> known.getStatusCode();
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static void log(HttpServletRequest request, Exception failure) {
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
    }
}
