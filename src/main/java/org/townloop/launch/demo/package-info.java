/**
 * The demo town: Willow Creek and its neighbour, made up from a fixed seed and written by COPY at the first start of a
 * demo. It writes the tables of all modules, as a restored backup would, because half a year cannot be lived through
 * in two seconds.
 */
@NullMarked
package org.townloop.launch.demo;

import org.jspecify.annotations.NullMarked;
