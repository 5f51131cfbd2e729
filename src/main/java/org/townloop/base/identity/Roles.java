package org.townloop.base.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who holds which role. Whether the giver may give it, the caller has asked the gate; here it is written and audited, in
 * the caller's transaction. It counts from the next request on.
 */
@Component
public class Roles {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Roles(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Gives the role; what they hold already stays. */
    public void grant(PersonId by, PersonId to, Grant grant) {
        int given = jdbc.sql("""
            insert into identity.role (person_id, role, region_id, merchant_id, place_id) values (?, ?, ?, ?, ?)
            on conflict do nothing
            """)
                .params(to.value(), grant.role().name(), grant.region().number())
                .param(grant.merchant())
                .param(grant.place())
                .update();
        if (given > 0) {
            audit.note(by, "role-granted", to.value() + " " + subject(grant));
        }
    }

    /** Takes the role away; what they do not hold is no error. */
    public void revoke(PersonId by, PersonId from, Grant grant) {
        int taken = jdbc.sql("""
            delete from identity.role
            where person_id = ? and role = ? and region_id = ?
                and merchant_id is not distinct from ? and place_id is not distinct from ?
            """)
                .params(from.value(), grant.role().name(), grant.region().number())
                .param(grant.merchant())
                .param(grant.place())
                .update();
        if (taken > 0) {
            audit.note(by, "role-revoked", from.value() + " " + subject(grant));
        }
    }

    private static String subject(Grant grant) {
        var whose = grant.merchant() != null ? grant.merchant() : grant.place();
        return grant.role() + " " + grant.region().number() + (whose == null ? "" : " " + whose);
    }
}
