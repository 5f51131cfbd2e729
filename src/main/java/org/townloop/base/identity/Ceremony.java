package org.townloop.base.identity;

/**
 * A question to somebody's device (WebAuthn, level 3).
 *
 * @param secret what the browser keeps, to show that the question was put to it
 * @param options what the device is asked, as the browser's own interface takes it in JSON
 */
public record Ceremony(String secret, String options) {

    @Override
    public String toString() {
        return "Ceremony";
    }
}
