/**
 * Messages to people: what happened that they want to know, told once on the page, and sent by text message, mail and
 * push as they prefer. Owns the schema {@code notice}.
 */
@ApplicationModule(
        id = "notice",
        allowedDependencies = {"kernel", "kernel :: wire", "region", "identity"})
@NullMarked
package org.townloop.base.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
