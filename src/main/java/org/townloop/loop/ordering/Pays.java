package org.townloop.loop.ordering;

/** Where an order's money goes. */
public enum Pays {
    /** Through a gateway into escrow, released when it was had. */
    ESCROW,
    /** Into the shop's own till: the books here know nothing of it. */
    SHOP,
    /** Through a gateway into a card: what was paid is what is on it, and the order is over. */
    STORED
}
