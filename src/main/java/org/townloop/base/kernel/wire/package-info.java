/** HTTP to addresses that strangers gave: bounded in time and size, and to no machine of our own network. */
@NamedInterface("wire")
@NullMarked
package org.townloop.base.kernel.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
