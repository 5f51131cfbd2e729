/**
 * Orders: what a resident agreed with a merchant, under which terms, and how far it has come. One table says which
 * state may follow which. Owns the schema {@code ordering}.
 */
@ApplicationModule(
        id = "ordering",
        allowedDependencies = {"kernel", "region", "identity", "pack", "merchant", "offer", "booking"})
@NullMarked
package org.townloop.loop.ordering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
