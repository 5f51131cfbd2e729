package org.townloop.surface.privacy;

import org.townloop.surface.page.Page;

/** Where one agrees to the terms, and goes on to where one wanted to go. */
record AgreeView(Page page, String next, String version) {}
