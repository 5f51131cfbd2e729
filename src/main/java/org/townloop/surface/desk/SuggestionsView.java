package org.townloop.surface.desk;

import java.util.List;

/** What places of the trade usually sell, to begin with. */
record SuggestionsView(Desk desk, List<Suggestion> suggestions, boolean start) {

    /** @param extent how long it usually takes, or how many there are a day */
    record Suggestion(String key, String title, String extent) {}

    String to(String key) {
        return desk.to("/desk/offers/new") + "&from=" + key + (start ? "&start=yes" : "");
    }
}
