package org.townloop.surface.page;

import java.util.Locale;
import org.townloop.loop.quote.RequestState;

/** How far a request for a quotation has come, in a word and a colour, the same for both sides. */
public final class RequestWords {

    private RequestWords() {}

    /** What stands for the state in the keys of texts. */
    public static String code(RequestState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static String state(Page page, RequestState state) {
        return page.text("page.request." + code(state));
    }

    /** The class of the mark: one of the two is waited for, it went well, or it is over. */
    public static String tone(RequestState state) {
        return switch (state) {
            case ASKED, SURVEY_AGREED, SURVEY_PROPOSED, OFFERED -> "wait";
            case ACCEPTED, DONE -> "good";
            case DECLINED, EXPIRED, WITHDRAWN, CALLED_OFF -> "";
        };
    }
}
