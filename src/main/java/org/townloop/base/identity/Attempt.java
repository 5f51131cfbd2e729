package org.townloop.base.identity;

import java.time.Instant;

/**
 * A code is on its way.
 *
 * @param secret what the browser keeps, to show that it asked for the code
 * @param until when the code is too old
 */
public record Attempt(String secret, Instant until) {

    @Override
    public String toString() {
        return "Attempt until " + until;
    }
}
