/**
 * What every module speaks: money, ids that carry their region, words in two languages, the event log and the
 * answers kept for idempotent calls. It knows no rule of the business. Owns the schema {@code kernel}.
 */
@ApplicationModule(
        id = "kernel",
        allowedDependencies = {})
@NullMarked
package org.townloop.base.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
