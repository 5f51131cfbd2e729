/**
 * Finds what a resident is looking for among all offers and listings: by words in Chinese or English, by place,
 * distance, price, free time, what others said and the attributes of the trade. Owns no schema; its index in the data
 * folder is a projection that can be thrown away.
 */
@ApplicationModule(
        id = "screening",
        allowedDependencies = {"kernel", "region", "pack", "merchant", "offer", "booking", "deal"})
@NullMarked
package org.townloop.loop.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
