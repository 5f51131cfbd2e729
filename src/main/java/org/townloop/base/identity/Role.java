package org.townloop.base.identity;

/** What a person is besides a resident. */
public enum Role {
    /** Runs the portal of a region and of those below it. */
    OPERATOR,
    /** Earns a share of a region's sales. */
    PARTNER,
    /** Runs a merchant's places. */
    MERCHANT,
    /** Redeems at one place. */
    COUNTER
}
