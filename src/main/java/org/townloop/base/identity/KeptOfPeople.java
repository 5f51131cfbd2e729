package org.townloop.base.identity;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Idempotency;

/** Of a person: who they are, how they are reached, by what they come in, and what they agreed to. */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(
            Kept.goes(
                    "account",
                    "identity.person",
                    "select id, name, language, created_at from identity.person where id = :person",
                    """
                    update identity.person
                    set name = 'Former resident · 已注销居民', language = 'en', erased_at = :now
                    where id = any (:people)
                    """),
            // before the contacts, by which it is known whose codes they are
            Kept.goes("codes", "identity.sign_in", "", """
                delete from identity.sign_in s
                where s.adds_to = any (:people)
                    or (s.kind, s.value) in (select c.kind, c.value from identity.contact c
                        where c.person_id = any (:people))
                """),
            Kept.goes(
                    "passkeys",
                    "identity.passkey",
                    """
                    select label, created_at, last_used_at from identity.passkey
                    where person_id = :person order by created_at, id
                    """,
                    "delete from identity.passkey where person_id = any (:people)"),
            Kept.goes(
                    "codes", "identity.ceremony", "", "delete from identity.ceremony where person_id = any (:people)"),
            // with what staff wrote down of theirs for a guest
            Kept.goes("contacts", "identity.contact", """
                select kind, value, created_at, verified_at from identity.contact
                where person_id = :person order by created_at, kind, value
                """, """
                delete from identity.contact c
                where c.person_id = any (:people)
                    or c.verified_at is null and (c.kind, c.value) in (
                        select mine.kind, mine.value from identity.contact mine
                        where mine.person_id = any (:people) and mine.verified_at is not null)
                """),
            Kept.goes(
                    "roles",
                    "identity.role",
                    "select role, region_id, merchant_id, place_id from identity.role where person_id = :person",
                    "delete from identity.role where person_id = any (:people)"),
            Kept.goes("tokens", "identity.token", """
                select label, scope, created_at, last_used_at, revoked_at from identity.token
                where person_id = :person order by created_at, id
                """, "delete from identity.token where person_id = any (:people)"),
            Kept.goes("sessions", "identity.spring_session", """
                select to_timestamp(creation_time / 1000) as created_at,
                    to_timestamp(last_access_time / 1000) as last_used_at
                from identity.spring_session where principal_name = cast(:person as text) order by creation_time
                """, """
                delete from identity.spring_session where principal_name = any (cast(:people as text[]))
                """),
            Kept.stays("security", "identity.audit", """
                select at, action, subject from identity.audit where person_id = :person order by at, id
                """),
            Kept.stays("consents", "identity.consent", """
                select subject, version, given, at, place from identity.consent where person_id = :person order by id
                """));

    private final LastOfTheirKind last;
    private final Idempotency idempotency;

    KeptOfPeople(LastOfTheirKind last, Idempotency idempotency) {
        this.last = last;
        this.idempotency = idempotency;
    }

    @Override
    public List<Kept> kept() {
        return KEPT;
    }

    @Override
    public List<Obstacle> obstacles(PersonId person) {
        return last.obstacles(person);
    }

    @Override
    public void eraseBesides(Collection<PersonId> people) {
        idempotency.forget(people.stream().map(PersonId::value).toList());
    }
}
