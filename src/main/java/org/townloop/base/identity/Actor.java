package org.townloop.base.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.townloop.base.kernel.RegionId;

/** The person who is acting now, with all that was granted to them. */
public record Actor(PersonId person, String name, RegionId region, Locale language, List<Grant> grants) {

    public boolean is(Role role) {
        return grant(role).isPresent();
    }

    public Optional<Grant> grant(Role role) {
        return grants.stream().filter(grant -> grant.role() == role).findFirst();
    }
}
