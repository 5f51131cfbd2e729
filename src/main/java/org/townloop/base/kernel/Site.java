package org.townloop.base.kernel;

/**
 * Where a resident wants something done or brought.
 *
 * @param address as one would tell it to a driver, at most {@value #LONGEST_ADDRESS} characters
 * @param point the door
 */
public record Site(String address, Point point) {

    public static final int LONGEST_ADDRESS = 200;
}
