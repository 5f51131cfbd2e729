package org.townloop.base.identity;

import java.util.Locale;

/**
 * Somebody at the door who is nobody yet.
 *
 * @param address where they come from, as the network has it
 */
public record Knock(String address, Locale language) {

    @Override
    public String toString() {
        return "Knock";
    }
}
