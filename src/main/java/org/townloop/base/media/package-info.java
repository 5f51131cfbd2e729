/**
 * Pictures that people send: looked at before they are decoded, written anew without what they carried besides, kept
 * under the hash of their content. Owns the schema {@code media}.
 */
@ApplicationModule(
        id = "media",
        allowedDependencies = {"kernel", "identity"})
@NullMarked
package org.townloop.base.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
