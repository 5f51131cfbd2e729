package org.townloop.base.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;

/** Who may come in as whom; each entry stands in the audit. */
@Component
public class SignIns {

    private final Tokens tokens;
    private final Codes codes;
    private final Contacts contacts;
    private final People people;
    private final AuditTrail audit;
    private final Atomically atomically;

    SignIns(Tokens tokens, Codes codes, Contacts contacts, People people, AuditTrail audit, Atomically atomically) {
        this.tokens = tokens;
        this.codes = codes;
        this.contacts = contacts;
        this.people = people;
        this.audit = audit;
        this.atomically = atomically;
    }

    /** Sends a code to the contact. The answer is the same whether it is anybody's or not. */
    public Outcome<Attempt> ask(Contact contact, Knock knock) {
        return codes.send(contact, null, knock);
    }

    /** Where the code went that the browser asked for, while it is good. */
    public Optional<Contact> sentTo(String attempt) {
        return codes.sentTo(attempt);
    }

    /**
     * Enters with the code that was sent.
     *
     * @param attempt the secret that the browser kept
     * @return refused as {@link SignInReason#CODE_WRONG}, or as {@link SignInReason#CODE_SPENT} if it is too old, was
     *     used, or was guessed at too often
     */
    public Outcome<Entry> enter(String attempt, String code, Knock knock) {
        return switch (codes.check(attempt, code, null, knock)) {
            case Outcome.Refused<Contact>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Contact>(var contact) -> entry(attempt, contact);
        };
    }

    /**
     * Makes the person who proved a contact and is here for the first time.
     *
     * @param name what we may call them: 1 to {@value People#LONGEST_NAME} characters
     */
    public Outcome<PersonId> introduce(String attempt, String name, RegionId region, Locale language) {
        return People.isName(name)
                ? come(attempt, () -> people.create(region, name, language).id())
                : Outcome.refused(Refusal.of(SignInReason.NAME_NEEDED, "name"));
    }

    /** @throws Absent if this is no demo, or the person is none of its people */
    public PersonId asDemoPerson(PersonId person) {
        if (tokens.demoSignIns().stream().noneMatch(known -> known.person().equals(person))) {
            throw new Absent("demo person " + person.value());
        }
        audit.note(person, "sign-in", "demo");
        return person;
    }

    private Outcome<Entry> entry(String attempt, Contact contact) {
        var owner = contacts.owner(contact);
        return owner.isEmpty()
                ? Outcome.done(new Entry.Stranger())
                : come(attempt, owner::get).map(Entry.Known::new);
    }

    /** The contact's person comes in; while a name was asked for, they may have come in elsewhere. */
    private Outcome<PersonId> come(String attempt, Supplier<PersonId> stranger) {
        return atomically.run(() -> codes.take(attempt, null)
                .map(contact -> come(contact, contacts.owner(contact).orElseGet(stranger)))
                .orElseGet(() -> Outcome.refused(SignInReason.CODE_SPENT)));
    }

    private Outcome<PersonId> come(Contact contact, PersonId person) {
        return contacts.verify(person, contact).map(verified -> {
            audit.note(person, "sign-in", "code " + contact.kind());
            return person;
        });
    }
}
