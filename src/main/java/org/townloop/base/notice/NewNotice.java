package org.townloop.base.notice;

import java.util.Map;
import java.util.UUID;
import org.townloop.base.identity.PersonId;

/**
 * Something to tell a person.
 *
 * @param subject its id carries the region
 * @param occasion tells apart what may happen to a subject more than once; empty if it happens once
 */
public record NewNotice(PersonId person, Notice.Kind kind, UUID subject, Map<String, Object> facts, String occasion) {

    public NewNotice(PersonId person, Notice.Kind kind, UUID subject, Map<String, Object> facts) {
        this(person, kind, subject, facts, "");
    }

    /** The same, told apart by the occasion. */
    public NewNotice on(String another) {
        return new NewNotice(person, kind, subject, facts, another);
    }
}
