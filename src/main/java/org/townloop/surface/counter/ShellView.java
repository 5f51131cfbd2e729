package org.townloop.surface.counter;

import org.townloop.surface.page.Page;

/** The frame that the counter's scripts fill. */
record ShellView(Page page) {}
