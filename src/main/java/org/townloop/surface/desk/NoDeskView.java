package org.townloop.surface.desk;

import org.townloop.surface.page.Page;

/** What somebody sees who has no place to run. */
record NoDeskView(Page page) {}
