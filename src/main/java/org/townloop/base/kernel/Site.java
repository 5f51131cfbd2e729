package org.townloop.base.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where a resident wants something done or brought, or from where to be taken.
 *
 * @param address as one would tell it to a driver, at most {@value #LONGEST_ADDRESS} characters
 * @param point the door
 * @param to where they are taken from there; null if they stay. It is told, kept and forgotten with the rest
 */
public record Site(
        String address,
        Point point,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Site to) {

    public static final int LONGEST_ADDRESS = 200;

    public Site {
        if (to != null && to.to != null) {
            throw new IllegalArgumentException("a ride has one destination");
        }
    }

    /** Where something is done. */
    public Site(String address, Point point) {
        this(address, point, null);
    }
}
