package org.townloop.loop.screening;

import java.util.Map;

/** The fields of a document. */
final class Fields {

    /** The offer's or listing's id as text: one document each. */
    static final String ID = "id";

    static final String PLACE = "place";
    static final String REGION = "region";
    static final String POINT = "point";

    /** Title and place name, whole and folded. */
    static final String EXACT = "exact";

    /** Columns. */
    static final String ID_HIGH = "idHigh";

    static final String ID_LOW = "idLow";
    static final String BOOKABLE = "bookable";
    static final String PRICE = "price";

    /** What a listing's source thinks of it, up to 5. */
    static final String SOURCE_RATING = "sourceRating";

    static final String LAT = "lat";
    static final String LON = "lon";
    static final String TRADE = "trade";
    static final String ATTRIBUTES = "attributes";
    static final String NUMBER = "number.";
    static final String OFFER_CHANGED = "offerChanged";
    static final String PLACE_CHANGED = "placeChanged";

    /** Puts what lies together on the map together in the index. */
    static final String CELL = "cell";

    /** What a hit shows. */
    static final String CARD = "card";

    /** The texts, and what a word found in them is worth; sums of such numbers are exact in a float. */
    static final String NAMES = "names";

    static final Map<String, Float> WEIGHTS = Map.of(NAMES, 1f, "words", 0.625f, "address", 0.375f, "details", 0.25f);

    /** How the names sound, and how everything else does that is worth knowing by sound; what that is worth. */
    static final String NAME_SOUNDS = "sounds.names";

    static final String OTHER_SOUNDS = "sounds";

    static final Map<String, Float> SOUND_WEIGHTS = Map.of(NAME_SOUNDS, 0.5f, OTHER_SOUNDS, 0.125f);

    /** The name of the place, whole and folded. */
    static final String PLACE_NAME = "placeName";

    private Fields() {}
}
