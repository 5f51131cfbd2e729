package org.townloop.supply.pack;

import org.townloop.base.kernel.Words;

/**
 * What a place does for its living.
 *
 * @param id the pack's name if there is a pack
 * @param installed whether there is a pack: then places of the trade can be booked here
 */
public record Trade(String id, Words name, Pattern pattern, boolean installed) {}
