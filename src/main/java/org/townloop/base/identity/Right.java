package org.townloop.base.identity;

/** What can be asked of the gate. */
public enum Right {
    /** A person's own orders, vouchers and notices. */
    OWN,
    /** Redeem vouchers at a place and see its bookings of today. */
    REDEEM,
    /** Pack the goods of a place's orders, bring them, and see who gets them. */
    PACK,
    /** See a place's day and orders. */
    SEE_DESK,
    /** Answer what customers say. */
    REPLY,
    /** See a merchant's money. */
    SEE_STATEMENT,
    /** Change a place: its facts, hours, staff, offers and pictures. */
    RUN_PLACE,
    /** See a region's loop. */
    SEE_OFFICE,
    /** Verify a region's merchants, or refuse them. */
    VERIFY,
    /** Pay out what a region's merchants and partners have earned, and say how often. */
    PAY_OUT
}
