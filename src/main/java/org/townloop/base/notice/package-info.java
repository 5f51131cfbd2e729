/**
 * Messages to people: what happened that they want to know, told once. In-app for now. Owns the schema
 * {@code notice}.
 */
@ApplicationModule(
        id = "notice",
        allowedDependencies = {"kernel", "region", "identity"})
@NullMarked
package org.townloop.base.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
