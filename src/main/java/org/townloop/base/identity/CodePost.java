package org.townloop.base.identity;

import java.util.Locale;

/** Brings a code to a contact. It only notes that the code is to be sent, and returns at once. */
public interface CodePost {

    /**
     * @param code six digits, which no log may show
     * @param language of the sentence around it
     */
    void post(Contact to, String code, Locale language);

    /** Whether codes can go that way in this town at all. */
    default boolean reaches(Contact.Kind kind) {
        return true;
    }
}
