package org.townloop.surface;

import java.util.Set;

/** What was answered, and where it leads. */
record Reply(int status, String location) {

    /** What an answer may be to somebody whose business it is not. */
    boolean isNo() {
        return status == 303
                ? location.startsWith("/sign-in")
                : Set.of(400, 401, 403, 404, 405, 422).contains(status);
    }
}
