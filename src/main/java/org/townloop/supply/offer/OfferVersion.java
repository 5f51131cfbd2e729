package org.townloop.supply.offer;

/** Names one version of an offer. */
public record OfferVersion(OfferId offer, int version) {}
