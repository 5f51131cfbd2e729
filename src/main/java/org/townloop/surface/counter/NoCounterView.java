package org.townloop.surface.counter;

import org.townloop.surface.page.Page;

/** What somebody sees who redeems nowhere. */
record NoCounterView(Page page) {}
