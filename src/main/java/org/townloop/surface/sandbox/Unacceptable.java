package org.townloop.surface.sandbox;

import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;

/** A call to the API that is answered with this status and sentence. */
final class Unacceptable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;

    Unacceptable(HttpStatus status, String sentence) {
        super(sentence);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** What the caller is told. */
    Map<String, String> body() {
        return Map.of("error", Objects.requireNonNullElse(getMessage(), ""));
    }
}
