package org.townloop.surface.portal;

import java.util.List;

/**
 * The search bar as it was filled in.
 *
 * @param where in words: a landmark of the town, or nothing
 * @param when in words: "Sat afternoon", 周六下午, or nothing
 * @param landmarks what may be meant by where
 */
record Ask(String what, String where, String when, List<String> landmarks) {}
