package org.townloop.supply.booking;

import java.util.UUID;

/**
 * Pieces of a deal that a request takes besides what it is had by: of all there are, and of those that one person may have.
 *
 * @param deal whose pieces they are; made in the region of the offer
 * @param person who has them
 * @param stock how many pieces there are in all, at least 1
 * @param each how many one person may have at most, at least 1
 */
public record Ration(UUID deal, UUID person, int stock, int each) {}
