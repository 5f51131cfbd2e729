package org.townloop.base.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.townloop.base.kernel.RegionId;

/**
 * The person who is acting now, with all that was granted to them.
 *
 * @param grants what they may do; a token that is good for less has less
 * @param scope all they may do, or what their token was made for
 */
public record Actor(
        PersonId person, String name, RegionId region, Locale language, List<Grant> grants, TokenScope scope) {

    public Actor(PersonId person, String name, RegionId region, Locale language, List<Grant> grants) {
        this(person, name, region, language, grants, TokenScope.everything());
    }

    public boolean is(Role role) {
        return grant(role).isPresent();
    }

    public Optional<Grant> grant(Role role) {
        return grants.stream().filter(grant -> grant.role() == role).findFirst();
    }

    /** Without the name: what stands in a log must not lead to a person. */
    @Override
    public String toString() {
        return "Actor[" + person.value() + "]";
    }

    Actor only(TokenScope.Counter counter) {
        return new Actor(person, name, region, language, List.of(counter.grant()), counter);
    }
}
