package org.townloop.surface.privacy;

import org.townloop.surface.page.Wording;

/** What somebody agreed to, in words. */
final class Subjects {

    private Subjects() {}

    /** The exact words if there are any, else those of the kind: {@code messages.news.mail} is {@code messages}. */
    static String words(Wording texts, String subject) {
        var exact = "privacy.subject." + subject;
        var kind = "privacy.subject." + subject.split("\\.", 2)[0];
        return texts.has(exact) ? texts.get(exact) : texts.has(kind) ? texts.get(kind) : subject;
    }
}
