package org.townloop.surface.portal;

import java.util.List;
import org.townloop.supply.offer.ByQuote;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;

/**
 * The form of a request for a quotation.
 *
 * @param key what makes a request that is sent twice one request
 * @param photos that were sent already
 */
record QuoteAskView(
        Page page,
        Form form,
        String key,
        String action,
        String offerHref,
        String title,
        String place,
        ByQuote quote,
        List<String> photos,
        Practised practised) {}
