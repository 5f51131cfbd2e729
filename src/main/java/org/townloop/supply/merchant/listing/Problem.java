package org.townloop.supply.merchant.listing;

/**
 * Something in a file that a person should look at.
 *
 * @param line 1 is the first; 0 is the file as a whole
 * @param what is wrong and, where it can be said, how to mend it
 */
public record Problem(String file, int line, String what) {

    @Override
    public String toString() {
        return line == 0 ? file + ": " + what : file + ":" + line + ": " + what;
    }
}
