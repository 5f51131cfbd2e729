package org.townloop.surface.office;

import org.townloop.surface.page.Page;

/** What somebody sees who runs no region. */
record NoOfficeView(Page page) {}
