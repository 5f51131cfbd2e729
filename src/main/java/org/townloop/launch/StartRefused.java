package org.townloop.launch;

/** The program does not start; the message is one sentence or two for the person at the terminal. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    StartRefused(String message) {
        super(message);
    }

    StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
