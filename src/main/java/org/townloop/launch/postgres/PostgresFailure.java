package org.townloop.launch.postgres;

/** PostgreSQL could not be prepared; the message says why and what to do, in words for the person at the terminal. */
public final class PostgresFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PostgresFailure(String message) {
        super(message);
    }

    public PostgresFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
