/**
 * A trade as versioned data: attributes by JSON Schema, words in both languages, how it is cancelled, how its places
 * are drawn; and the trades of places that have no pack yet. Owns the schema {@code pack}.
 */
@ApplicationModule(
        id = "pack",
        allowedDependencies = {"kernel"})
@NullMarked
package org.townloop.supply.pack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
