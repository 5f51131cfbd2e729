/** The town in one process. What it can do lies in the districts below; here it only begins. */
@NullMarked
package org.townloop;

import org.jspecify.annotations.NullMarked;
