package org.townloop.supply.merchant.listing;

/** Why a row that is in order did not become a listing. */
public enum Skip {
    /** Nobody could look for it. */
    UNNAMED("without a name"),
    /** A bench, a school, a fountain: the table of trades does not have its class. */
    NO_TRADE("no trade"),
    /** It was there already in the same import. */
    DUPLICATE("duplicates");

    private final String words;

    Skip(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
