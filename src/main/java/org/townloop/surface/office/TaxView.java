package org.townloop.surface.office;

import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Form;

/**
 * How sales are taxed in a region.
 *
 * @param counts what counts now, in words; null if nothing is said, here or above
 * @param own whether the region says so itself
 */
record TaxView(Office office, Form form, @Nullable String counts, boolean own, boolean saved) {}
