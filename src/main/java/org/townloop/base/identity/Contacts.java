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

/** How people are reached. A contact belongs to one person at most. */
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

    /** Whose it is. */
    public Optional<PersonId> owner(Contact contact) {
        return jdbc.sql("select person_id from identity.contact where kind = ? and value = ?")
                .params(contact.kind().name(), contact.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .optional();
    }

    /** Whose it is beyond doubt: a code that was sent there came back. */
    public Optional<PersonId> verifiedOwner(Contact contact) {
        return jdbc.sql("""
            select person_id from identity.contact where kind = ? and value = ? and verified_at is not null
            """)
                .params(contact.kind().name(), contact.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .optional();
    }

    /** Whether the person could sign in with it: a code that was sent there came back. */
    public boolean isVerified(Contact contact) {
        return jdbc.sql("select verified_at is not null from identity.contact where kind = ? and value = ?")
                .params(contact.kind().name(), contact.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * Notes a contact that somebody else gave for the person: staff on the telephone, an operator at the machine. It is
     * verified when the person signs in with it.
     *
     * @return refused as {@link SignInReason#CONTACT_TAKEN} if it is another person's
     */
    public Outcome<Contact> note(PersonId person, Contact contact) {
        return write(person, contact, false);
    }

    /** Notes a contact of which the person has just proved that it is theirs. */
    Outcome<Contact> verify(PersonId person, Contact contact) {
        return write(person, contact, true);
    }

    void remove(PersonId person, Contact contact) {
        jdbc.sql("delete from identity.contact where person_id = ? and kind = ? and value = ?")
                .params(person.value(), contact.kind().name(), contact.value())
                .update();
        audit.note(person, "contact-removed", contact.toString());
    }

    private Outcome<Contact> write(PersonId person, Contact contact, boolean verified) {
        var now = Timestamp.from(clock.instant());
        int written = jdbc.sql("""
            insert into identity.contact as known (person_id, kind, value, verified_at, created_at)
            values (?, ?, ?, ?, ?)
            on conflict (kind, value) do update
                set verified_at = coalesce(known.verified_at, excluded.verified_at)
                where known.person_id = excluded.person_id
            """)
                .params(person.value(), contact.kind().name(), contact.value())
                .param(verified ? now : null)
                .param(now)
                .update();
        if (written == 0) {
            return Outcome.refused(SignInReason.CONTACT_TAKEN);
        }
        audit.note(
                person,
                verified ? "contact-verified" : "contact-noted",
                contact.kind().name());
        return Outcome.done(contact);
    }

    private static Owned owned(ResultSet row, int number) throws SQLException {
        return new Owned(
                new PersonId(row.getObject("person_id", UUID.class)),
                new Contact(Contact.Kind.valueOf(row.getString("kind")), row.getString("value")));
    }
}
