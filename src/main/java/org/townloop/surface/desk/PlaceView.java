package org.townloop.surface.desk;

import org.townloop.surface.page.Form;
import org.townloop.surface.page.PointPicker;

/**
 * The form of a place's facts.
 *
 * @param version what the save must name
 * @param start whether the place is being set up for the first time
 */
record PlaceView(Desk desk, Form form, int version, PointPicker pick, boolean start) {}
