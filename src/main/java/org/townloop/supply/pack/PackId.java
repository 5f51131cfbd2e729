package org.townloop.supply.pack;

import java.util.regex.Pattern;

/**
 * The name of a pack, which is also the name of its trade: {@code hair-and-beauty}.
 *
 * @param value 2 to 41 lower-case letters, digits and hyphens, beginning with a letter
 */
public record PackId(String value) implements Comparable<PackId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,40}");

    public PackId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no name of a pack: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }

    @Override
    public int compareTo(PackId other) {
        return value.compareTo(other.value);
    }
}
