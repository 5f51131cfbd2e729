package org.townloop.base.notice;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.townloop.base.identity.PersonId;

/** Knows in which browsers people want to see notices. */
public interface Browsers {

    /** The ids of each one's subscriptions; who has none is not in the map. */
    Map<PersonId, List<UUID>> of(Collection<PersonId> people);
}
