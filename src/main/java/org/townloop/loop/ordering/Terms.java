package org.townloop.loop.ordering;

import org.townloop.base.region.Shares;
import org.townloop.supply.pack.CancellationPolicy;

/** What was agreed at the moment of sale; a later change of pack or region does not touch it. */
public record Terms(CancellationPolicy cancellation, Shares shares) {}
