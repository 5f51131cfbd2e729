package org.townloop.base.identity;

import java.util.Locale;
import org.townloop.base.kernel.RegionId;

/**
 * Somebody: a resident always, and whatever their roles make of them besides.
 *
 * @param region where they are at home
 */
public record Person(PersonId id, RegionId region, String name, Locale language) {}
