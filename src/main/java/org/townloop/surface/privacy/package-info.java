/**
 * What a town says and does about people's data: the terms and the privacy notice, agreeing to them, taking one's data
 * along, and being forgotten. It holds pages and no rule, and owns no schema.
 */
@ApplicationModule(
        id = "privacy",
        allowedDependencies = {"kernel", "region", "identity", "page"})
@NullMarked
package org.townloop.surface.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
