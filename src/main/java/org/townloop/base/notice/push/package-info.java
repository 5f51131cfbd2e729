/** Notices to browsers by Web Push (RFC 8030), encrypted for each (RFC 8291), signed by this instance (RFC 8292). */
@NamedInterface("push")
@NullMarked
package org.townloop.base.notice.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
