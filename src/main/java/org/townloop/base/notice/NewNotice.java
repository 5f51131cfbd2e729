package org.townloop.base.notice;

import java.util.Map;
import java.util.UUID;
import org.townloop.base.identity.PersonId;

/** Something to tell a person; the subject's id carries the region. */
public record NewNotice(PersonId person, Notice.Kind kind, UUID subject, Map<String, Object> facts) {}
