package org.townloop.base.notice;

import java.net.URI;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.Consents;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.PersonId;

/** What people want to be sent, and when not. */
@Component
public class Preferences {

    private record Said(PersonId person, Chosen.Choice choice, boolean wanted) {}

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Contacts contacts;
    private final StopLinks stopLinks;
    private final Consents consents;
    private final Clock clock;

    Preferences(
            JdbcTemplate jdbc,
            JdbcClient client,
            Contacts contacts,
            StopLinks stopLinks,
            Consents consents,
            Clock clock) {
        this.jdbc = jdbc;
        this.client = client;
        this.contacts = contacts;
        this.stopLinks = stopLinks;
        this.consents = consents;
        this.clock = clock;
    }

    public Chosen of(PersonId person) {
        return of(List.of(person), contacts.of(List.of(person)))
                .getOrDefault(person, new Chosen(Map.of(), QuietHours.USUAL, false));
    }

    /** Of each of them. */
    Map<PersonId, Chosen> of(Collection<PersonId> people, Map<PersonId, List<Contact>> reached) {
        var said = said(people);
        var quiet = quiet(people);
        var chosen = new HashMap<PersonId, Chosen>();
        for (var person : people) {
            var choices = new HashMap<Chosen.Choice, Boolean>();
            said.stream()
                    .filter(each -> each.person().equals(person))
                    .forEach(each -> choices.put(each.choice(), each.wanted()));
            var byMail = reached.getOrDefault(person, List.of()).stream()
                    .anyMatch(contact -> contact.kind() == Contact.Kind.MAIL);
            chosen.put(person, new Chosen(choices, quiet.getOrDefault(person, QuietHours.USUAL), byMail));
        }
        return chosen;
    }

    /** Decides what is named; the rest stays as it was. */
    @Transactional
    public void choose(PersonId person, Map<Chosen.Choice, Boolean> choices) {
        var now = Timestamp.from(clock.instant());
        noteChanges(person, choices);
        jdbc.batchUpdate(
                """
                insert into notice.preference (person_id, topic, channel, wanted, chosen_at)
                values (?, ?, ?, ?, ?)
                on conflict (person_id, topic, channel) do update
                    set wanted = excluded.wanted, chosen_at = excluded.chosen_at
                """,
                choices.entrySet().stream()
                        .filter(each -> each.getKey().topic().isChoice())
                        .map(each -> new Object[] {
                            person.value(),
                            each.getKey().topic().name(),
                            each.getKey().channel().name(),
                            each.getValue(),
                            now
                        })
                        .toList());
    }

    /** Whether somebody wants messages that are up to them is theirs to give and to take back: both are recorded. */
    private void noteChanges(PersonId person, Map<Chosen.Choice, Boolean> choices) {
        var before = of(person);
        choices.forEach((choice, wanted) -> {
            if (choice.topic().isChoice() && before.wants(choice.topic(), choice.channel()) != wanted) {
                var subject = "messages." + choice.topic() + "." + choice.channel();
                consents.note(person, subject.toLowerCase(Locale.ROOT), wanted, "messages");
            }
        });
    }

    public void beQuiet(PersonId person, QuietHours hours) {
        client.sql("""
            insert into notice.quiet_hours (person_id, starts, ends) values (?, ?, ?)
            on conflict (person_id) do update set starts = excluded.starts, ends = excluded.ends
            """)
                .params(person.value(), Time.valueOf(hours.from()), Time.valueOf(hours.until()))
                .update();
    }

    /** Whether nobody has changed their mind since it was queued, and the person is still reached there. */
    boolean stillWanted(Delivery delivery) {
        if (delivery.person() == null) {
            return true;
        }
        var person = new PersonId(delivery.person());
        var topic = delivery.letter().topic();
        return isReached(person, delivery) && (!topic.isChoice() || of(person).wants(topic, delivery.channel()));
    }

    /** What was taken off while a notice was being told, its letter may not have seen yet. */
    private boolean isReached(PersonId person, Delivery delivery) {
        return delivery.channel() == Channel.PUSH
                || contacts.of(person).stream()
                        .anyMatch(contact -> contact.value().equals(delivery.target()));
    }

    /** Where one says that no more of these are wanted by mail; null if they are not to be stopped that way. */
    @Nullable
    URI stopAddress(Delivery delivery) {
        var topic = delivery.letter().topic();
        return delivery.person() != null && topic.canBeStoppedByMail()
                ? stopLinks.of(new PersonId(delivery.person()), topic)
                : null;
    }

    private List<Said> said(Collection<PersonId> people) {
        return client.sql("select person_id, topic, channel, wanted from notice.preference where person_id = any (?)")
                .param(ids(people))
                .query((row, number) -> new Said(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new Chosen.Choice(
                                Topic.valueOf(row.getString("topic")), Channel.valueOf(row.getString("channel"))),
                        row.getBoolean("wanted")))
                .list();
    }

    private Map<PersonId, QuietHours> quiet(Collection<PersonId> people) {
        var found = new HashMap<PersonId, QuietHours>();
        client.sql("select person_id, starts, ends from notice.quiet_hours where person_id = any (?)")
                .param(ids(people))
                .query((row, number) -> found.put(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new QuietHours(
                                row.getObject("starts", LocalTime.class), row.getObject("ends", LocalTime.class))))
                .list();
        return found;
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).distinct().toArray(UUID[]::new);
    }
}
