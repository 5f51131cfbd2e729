package org.townloop.base.identity;

import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;

/** Who may come in as whom; each entry stands in the audit. */
@Component
public class SignIns {

    private final Tokens tokens;
    private final AuditTrail audit;

    SignIns(Tokens tokens, AuditTrail audit) {
        this.tokens = tokens;
        this.audit = audit;
    }

    /** @throws Absent if this is no demo, or the person is none of its people */
    public PersonId asDemoPerson(PersonId person) {
        if (tokens.demoSignIns().stream().noneMatch(known -> known.person().equals(person))) {
            throw new Absent("demo person " + person.value());
        }
        audit.note(person, "sign-in", "demo");
        return person;
    }
}
