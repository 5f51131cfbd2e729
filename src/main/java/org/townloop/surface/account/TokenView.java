package org.townloop.surface.account;

import org.townloop.base.identity.NewToken;
import org.townloop.surface.page.Page;

/** A new token, shown this once. */
record TokenView(Page page, NewToken token, String label) {}
