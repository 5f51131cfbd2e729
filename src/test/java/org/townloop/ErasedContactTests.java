package org.townloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.ContactChanges;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.Erasures;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestSalon;

/** How somebody could be reached is forgotten with them, wherever it was written down. */
@TownTest
class ErasedContactTests {

    @Autowired
    Erasures erasures;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactChanges changes;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final TestSalon salon = TestSalon.with(1, 1);
    private final TestPeople resident = TestPeople.resident(salon.region());
    private final PersonId person = new PersonId(resident.id());

    @Test
    void neitherAContactThatTheyRemovedNorADeviceIsLeftInTheAudit() {
        var mail = new Contact(Contact.Kind.MAIL, "wren" + resident.id() + "@example.org");
        contacts.note(person, mail);
        var actor = people.actor(person).orElseThrow();
        assertThat(changes.remove(actor, mail)).isInstanceOf(Outcome.Done.class);
        assertThat(erasures.erase(person, false)).isInstanceOf(Outcome.Done.class);
        assertThat(jdbc.sql("select subject from identity.audit where person_id = ? and action like 'contact-%'")
                        .param(resident.id())
                        .query(String.class)
                        .list())
                .containsOnly("MAIL");
        assertThat(Haystack.tablesWith(mail.masked())).isEmpty();
    }

    @Test
    void whatStaffWroteDownOfThemGoesWithThem() {
        var mail = new Contact(Contact.Kind.MAIL, "wren" + resident.id() + "@example.org");
        contacts.note(person, mail);
        jdbc.sql("update identity.contact set verified_at = now() where value = ?")
                .param(mail.value())
                .update();
        contacts.note(people.create(salon.region(), "Guest", Locale.ENGLISH).id(), mail);
        assertThat(erasures.erase(person, false)).isInstanceOf(Outcome.Done.class);
        assertThat(Haystack.tablesWith(mail.value())).isEmpty();
    }
}
