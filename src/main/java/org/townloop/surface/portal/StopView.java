package org.townloop.surface.portal;

import org.townloop.surface.page.Page;

/** @param stopped whether it has just been done */
record StopView(Page page, String about, boolean stopped) {}
