/**
 * What residents say of a visit that happened, what the merchant answers, and the reputation that screening uses. Owns
 * the schema {@code feedback}.
 */
@ApplicationModule(
        id = "feedback",
        allowedDependencies = {"kernel", "identity", "merchant", "offer", "ordering", "visit", "screening"})
@NullMarked
package org.townloop.loop.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
