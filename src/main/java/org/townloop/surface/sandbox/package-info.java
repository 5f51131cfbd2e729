/**
 * A payment gateway of its own that moves no real money: hosted page, query, refunds, and signed webhooks over HTTP
 * with retries and duplicates; and the inbox for what a demo sends. A peer that happens to run in the same process. Owns the schema {@code sandbox}.
 */
@ApplicationModule(
        id = "sandbox",
        allowedDependencies = {"kernel", "notice", "region"})
@NullMarked
package org.townloop.surface.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
