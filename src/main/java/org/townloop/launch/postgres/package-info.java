/**
 * PostgreSQL as a child of the data folder: unpacked, made, started, watched and stopped, so that nobody has to
 * install it. The cluster outlives a crash of the application and is adopted by its next start.
 */
@NullMarked
package org.townloop.launch.postgres;

import org.jspecify.annotations.NullMarked;
