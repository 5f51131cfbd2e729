package org.townloop.supply.merchant.hours;

/** How a rule stands to those before it. */
enum Joint {
    /** {@code ;} its days are what it says, whatever was said of them before. */
    INSTEAD,
    /** {@code ,} it comes on top. */
    ALSO,
    /** {@code ||} it fills what is closed so far. */
    ELSE
}
