package org.townloop.loop.payment;

import java.time.Duration;

/**
 * What a gateway is licensed to do with money that is not ours yet. What would exceed it is not sold through it as
 * escrow.
 *
 * @param longestHold from capture to release
 * @param largestSplitBasisPoints how much of a payment may go to others than the merchant, in hundredths of a percent
 */
public record Limits(Duration longestHold, int largestSplitBasisPoints) {

    public boolean allow(Duration hold, int splitBasisPoints) {
        return hold.compareTo(longestHold) <= 0 && splitBasisPoints <= largestSplitBasisPoints;
    }
}
