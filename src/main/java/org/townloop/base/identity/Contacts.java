package org.townloop.base.identity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;

/**
 * How people are reached. Who proves a contact has it for themselves; before that, and beside it, it may stand with
 * anybody of whom staff wrote it down: a guest is written to there, and it opens nothing and says nothing of who they are.
 */
@Component
public class Contacts {

    private record Owned(PersonId person, Contact contact) {}

    private final JdbcClient jdbc;
    private final Regions regions;
    private final AuditTrail audit;
    private final Clock clock;

    Contacts(JdbcClient jdbc, Regions regions, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The person's own, oldest first; verified or not. */
    public List<Contact> of(PersonId person) {
        return of(List.of(person)).getOrDefault(person, List.of());
    }

    /** Those of each, oldest first; who has none is not in the map. */
    public Map<PersonId, List<Contact>> of(Collection<PersonId> people) {
        return jdbc
                .sql("""
                    select person_id, kind, value from identity.contact
                    where person_id = any (?)
                    order by created_at, kind, value
                    """)
                .param(people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .query(Contacts::owned)
                .list()
                .stream()
                .collect(groupingBy(Owned::person, mapping(Owned::contact, toList())));
    }

    /**
     * The contact that somebody typed: a telephone number as it is written in the region's country, or with + and the
     * country's number in front, or an e-mail address.
     *
     * @return refused as {@link SignInReason#CONTACT_UNREADABLE} if it is neither, or a number that takes no messages
     */
    public Outcome<Contact> read(String typed, RegionId region) {
        return ContactReader.read(typed, regions.get(region).zone());
    }

    /**
     * Who comes in by it: whose it is beyond doubt. Of what nobody has proved, only what was written down of somebody with
     * a role counts, who was given it by whoever wrote it down; a guest's opens nothing, since it may have been misheard.
     */
    public Optional<PersonId> owner(Contact contact) {
        return jdbc.sql("""
            select c.person_id from identity.contact c
            where c.kind = ? and c.value = ?
                and (c.verified_at is not null
                    or exists (select from identity.role r where r.person_id = c.person_id))
            order by c.verified_at is null, c.created_at, c.person_id limit 1
            """)
                .params(contact.kind().name(), contact.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .optional();
    }

    /** Whether the person signs in with it: a code that was sent there came back. */
    public boolean isVerified(PersonId person, Contact contact) {
        return jdbc.sql("""
            select exists (select from identity.contact
                where person_id = ? and kind = ? and value = ? and verified_at is not null)
            """)
                .params(person.value(), contact.kind().name(), contact.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the one has proved a contact under which the other, who has proved nothing, was written down. */
    public boolean mayBe(PersonId proved, PersonId guest) {
        return jdbc.sql("""
            select exists (select from identity.contact g
                join identity.contact p on p.kind = g.kind and p.value = g.value and p.verified_at is not null
                where g.person_id = ? and p.person_id = ?
                    and not exists (select from identity.contact w where w.person_id = g.person_id
                        and w.verified_at is not null))
            """)
                .params(guest.value(), proved.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Notes a contact that somebody else gave for the person: staff on the telephone, an operator at the machine. Whether it
     * is anybody's already makes no difference, and is not told.
     */
    public void note(PersonId person, Contact contact) {
        jdbc.sql("""
            insert into identity.contact (person_id, kind, value, created_at)
            values (?, ?, ?, ?)
            on conflict (person_id, kind, value) do nothing
            """)
                .params(person.value(), contact.kind().name(), contact.value(), Timestamp.from(clock.instant()))
                .update();
        audit.note(person, "contact-noted", contact.kind().name());
    }

    /**
     * Notes a contact of which the person has just proved that it is theirs. That it was written down for others who
     * proved nothing is no obstacle.
     *
     * @return refused as {@link SignInReason#CONTACT_TAKEN} if somebody else has proved it
     */
    Outcome<Contact> verify(PersonId person, Contact contact) {
        int written = jdbc.sql("""
            insert into identity.contact as known (person_id, kind, value, verified_at, created_at)
            select :person, :kind, :value, :now, :now
            where not exists (
                select from identity.contact other
                where other.kind = :kind and other.value = :value
                    and other.verified_at is not null and other.person_id <> :person)
            on conflict (person_id, kind, value) do update
                set verified_at = coalesce(known.verified_at, excluded.verified_at)
            """)
                .param("person", person.value())
                .param("kind", contact.kind().name())
                .param("value", contact.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (written == 0) {
            return Outcome.refused(SignInReason.CONTACT_TAKEN);
        }
        audit.note(person, "contact-verified", contact.kind().name());
        return Outcome.done(contact);
    }

    /** Takes off what was written down for somebody who proved nothing: they are written to no more. */
    public void forgetNoted(PersonId guest) {
        int forgotten = jdbc.sql("delete from identity.contact where person_id = ? and verified_at is null")
                .param(guest.value())
                .update();
        if (forgotten > 0) {
            audit.note(guest, "contact-removed", "noted");
        }
    }

    void remove(PersonId person, Contact contact) {
        jdbc.sql("delete from identity.contact where person_id = ? and kind = ? and value = ?")
                .params(person.value(), contact.kind().name(), contact.value())
                .update();
        audit.note(person, "contact-removed", contact.kind().name());
    }

    private static Owned owned(ResultSet row, int number) throws SQLException {
        return new Owned(
                new PersonId(row.getObject("person_id", UUID.class)),
                new Contact(Contact.Kind.valueOf(row.getString("kind")), row.getString("value")));
    }
}
