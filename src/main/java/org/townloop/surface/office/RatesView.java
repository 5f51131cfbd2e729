package org.townloop.surface.office;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Form;

/**
 * What of a sale goes to whom, in percent.
 *
 * @param rest what the merchant has at least
 * @param tooMuch that no gateway may part off so much, in a sentence; null if one may
 * @param lockedBy the region above that has locked its rates; null if none has
 * @param locked whether this region has locked them for those below
 * @param hasAbove whether there is a region to inherit from
 * @param trades those with rates of their own, as they are here
 * @param below the regions with other rates
 */
record RatesView(
        Office office,
        Form form,
        List<Rate> rates,
        String rest,
        @Nullable String tooMuch,
        @Nullable String lockedBy,
        boolean locked,
        boolean hasAbove,
        List<Other> trades,
        List<Other> below) {

    /**
     * @param inForce what counts for sales from now on
     * @param own what the region says itself, or an empty text
     * @param above what the region above has; null if there is none
     */
    record Rate(
            String name,
            String inForce,
            String own,
            @Nullable String above) {}

    /** Somewhere else, or of something else, the rates are these, in the order of the columns. */
    record Other(String name, @Nullable String href, List<String> percents) {}
}
