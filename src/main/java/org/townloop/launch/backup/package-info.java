/**
 * A town as one file, and a town from one file: every table of one snapshot, every file that cannot be made again, and
 * what they must be like when they are read.
 */
@NullMarked
package org.townloop.launch.backup;

import org.jspecify.annotations.NullMarked;
