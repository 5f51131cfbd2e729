package org.townloop.surface.portal;

import java.util.List;
import org.townloop.supply.pack.Trade;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PointPicker;

/**
 * The form of a new place.
 *
 * @param key what makes a form that is sent twice one merchant
 * @param trades those that can be booked
 */
record NewPlaceView(Page page, Form form, String key, List<Trade> trades, PointPicker pick) {}
