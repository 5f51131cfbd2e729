package org.townloop.surface.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Consents;
import org.townloop.base.identity.PersonId;

/** Asks whoever comes in to agree to the terms, if they have not yet or the terms have changed. */
@Component
public class Agreements {

    private final Consents consents;

    Agreements(Consents consents) {
        this.consents = consents;
    }

    /**
     * Where somebody goes who has just signed in.
     *
     * @param next where they want to go, within this site
     */
    public String before(PersonId person, String next) {
        return consents.toTerms(person) ? next : "/agree?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** Whoever gives a name for the first time agrees by it: the form says so beside its button. */
    public void agreeAtSignUp(PersonId person) {
        consents.agreeToTerms(person, "sign-up");
    }
}
