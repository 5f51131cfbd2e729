/**
 * The people, what they may do and where, and how they prove who they are. One gate decides, and denies by default.
 * Owns the schema {@code identity}.
 */
@ApplicationModule(
        id = "identity",
        allowedDependencies = {"kernel", "region"})
@NullMarked
package org.townloop.base.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
