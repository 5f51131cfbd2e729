/** What is watched of a running town: health, figures, and the doctor's questions. */
@NullMarked
package org.townloop.launch.watch;

import org.jspecify.annotations.NullMarked;
