/**
 * The start of the program: its commands, its own PostgreSQL, and the wiring of the two. Owns no schema.
 */
@ApplicationModule(id = "launch", type = ApplicationModule.Type.OPEN)
@NullMarked
package org.townloop.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
