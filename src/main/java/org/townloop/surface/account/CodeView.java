package org.townloop.surface.account;

import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.Contact;
import org.townloop.surface.page.Page;

/**
 * Where one enters the code that was sent.
 *
 * @param sentTo where it went, or null if there is none to enter any more
 * @param demo whether it lies in the sandbox's inbox
 * @param adds whether the contact is to be added to an account; else somebody wants to come in
 */
record CodeView(
        Page page,
        String next,
        @Nullable Contact sentTo,
        boolean demo,
        boolean adds,
        @Nullable String refusal) {

    /** Where the form is sent. */
    String action() {
        return adds ? "/account/contacts/code" : "/sign-in/entry";
    }

    /** Where one goes for another contact or a new code. */
    String again() {
        return adds ? "/account#contacts" : "/sign-in";
    }

    /** Where the code went; empty if it is of no use any more. */
    String sentWords() {
        if (sentTo == null) {
            return "";
        }
        return switch (sentTo.kind()) {
            case PHONE -> page.text("account.code.sent-phone", "contact", sentTo.value());
            case MAIL -> page.text("account.code.sent-mail", "contact", sentTo.value());
        };
    }
}
