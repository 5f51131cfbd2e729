package org.townloop.surface.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.Staff;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.QuotationSheet;
import org.townloop.surface.page.Talk;

/**
 * One request for a written offer, as the place sees it.
 *
 * @param form with what was typed, and why it was not taken
 * @param offers whether an offer may be written now
 * @param surveys whether somebody may propose to come and look
 * @param agreed when somebody comes to look; null if nothing was agreed
 * @param running whether it was accepted and is not over
 */
record QuoteView(
        Desk desk,
        Form form,
        String href,
        String title,
        String who,
        String state,
        String asked,
        @Nullable String words,
        List<Fact> facts,
        int photos,
        List<Talk> talk,
        boolean writes,
        boolean offers,
        boolean declines,
        boolean surveys,
        @Nullable String agreed,
        boolean running,
        List<QuotationSheet> sheets,
        List<Staff> staff,
        String currency,
        List<StageField> stages,
        @Nullable String reason) {

    /** How many lines the form has. */
    static final int LINES = 12;

    record Fact(String label, String value) {}

    /** A row of the form in which a stage is written. */
    record StageField(int number, boolean first) {}

    /** A form that is sent twice writes one offer. */
    String key() {
        return UUID.randomUUID().toString();
    }

    String name(Staff person) {
        return desk.page().say(person.name());
    }
}
