package org.townloop.supply.merchant;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/**
 * What is known of a place has changed: its listing, staff, resources or hours.
 *
 * @param subject the place
 */
public record PlaceChanged(UUID subject) implements Event {}
