package org.townloop.surface.api;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Refusal;
import org.townloop.surface.page.BodyTooLarge;
import org.townloop.surface.page.Outages;
import org.townloop.surface.page.Problem;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.RequestReason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;

/** Turns whatever went wrong in a call into a problem that says which field, and what to do. */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
class ApiErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final Problems problems;
    private final Outages outages;

    ApiErrors(Problems problems, Outages outages) {
        this.problems = problems;
        this.outages = outages;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused refused, HttpServletRequest request) {
        return problems.of(refused.refusal(), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unknown(Caller.Unknown unknown, HttpServletRequest request) {
        var problem = problems.of(Refusal.of(RequestReason.TOKEN_NEEDED), HttpStatus.UNAUTHORIZED, request);
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header("WWW-Authenticate", "Bearer")
                .body(problem.getBody());
    }

    @ExceptionHandler
    ResponseEntity<Problem> absent(Absent absent, HttpServletRequest request) {
        return problems.of(Refusal.of(RequestReason.NOT_FOUND), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException broken, HttpServletRequest request) {
        var cause = broken.getCause();
        if (cause instanceof BodyTooLarge || (cause != null && cause.getCause() instanceof BodyTooLarge)) {
            return problems.of(Refusal.of(RequestReason.BODY_TOO_LARGE), HttpStatus.CONTENT_TOO_LARGE, request);
        }
        if ((cause instanceof DatabindException || cause instanceof InputCoercionException)
                && cause instanceof JacksonException mismatch
                && !mismatch.getPath().isEmpty()) {
            return problems.of(Refusal.of(RequestReason.FIELD_UNREADABLE, path(mismatch)), request);
        }
        return problems.of(Refusal.of(RequestReason.BODY_UNREADABLE), HttpStatus.BAD_REQUEST, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notJson(HttpMediaTypeNotSupportedException other, HttpServletRequest request) {
        return problems.of(
                Refusal.of(RequestReason.BODY_UNREADABLE, "Content-Type"), HttpStatus.UNSUPPORTED_MEDIA_TYPE, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> otherMethod(HttpRequestMethodNotSupportedException other, HttpServletRequest request) {
        var problem = problems.of(Refusal.of(RequestReason.METHOD_NOT_ALLOWED), HttpStatus.METHOD_NOT_ALLOWED, request);
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .headers(problem.getHeaders())
                .allow(
                        other.getSupportedHttpMethods() == null
                                ? new HttpMethod[0]
                                : other.getSupportedHttpMethods().toArray(HttpMethod[]::new))
                .body(problem.getBody());
    }

    @ExceptionHandler
    ResponseEntity<Problem> notTaken(HttpMediaTypeNotAcceptableException other, HttpServletRequest request) {
        return problems.of(Refusal.of(RequestReason.NOT_ACCEPTABLE, "Accept"), HttpStatus.NOT_ACCEPTABLE, request);
    }

    /** An id that is none names nothing; any other parameter is named as wrong. */
    @ExceptionHandler
    ResponseEntity<Problem> unreadable(MethodArgumentTypeMismatchException broken, HttpServletRequest request) {
        var reason =
                broken.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)
                        ? RequestReason.NOT_FOUND
                        : RequestReason.FIELD_UNREADABLE;
        return problems.of(Refusal.of(reason, broken.getName()), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return problems.of(Refusal.of(RequestReason.FIELD_MISSING, missing.getParameterName()), request);
    }

    /** Half an escape, letters of another encoding: found when a parameter is first looked at. */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    ResponseEntity<Problem> badAddress(RuntimeException broken, HttpServletRequest request) {
        return problems.of(Refusal.of(RequestReason.ADDRESS_UNREADABLE), HttpStatus.BAD_REQUEST, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> failed(RuntimeException failure, HttpServletRequest request) {
        var outage = outages.refusal(request, failure);
        if (outage.isPresent()) {
            return problems.of(outage.get(), request);
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return problems.of(Refusal.of(RequestReason.FAILED), HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    private static String path(JacksonException mismatch) {
        var path = new StringBuilder();
        for (var step : mismatch.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
