package org.townloop.base.identity;

import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;

/** How people change by what they are reached. A contact is added when a code that was sent there came back. */
@Component
public class ContactChanges {

    private final Codes codes;
    private final Contacts contacts;
    private final WaysIn waysIn;
    private final Atomically atomically;

    ContactChanges(Codes codes, Contacts contacts, WaysIn waysIn, Atomically atomically) {
        this.codes = codes;
        this.contacts = contacts;
        this.waysIn = waysIn;
        this.atomically = atomically;
    }

    /** Sends a code there; whether the contact is somebody's already is said to nobody but who receives it. */
    public Outcome<Attempt> add(Actor actor, Contact contact, Knock knock) {
        return codes.send(contact, actor.person(), knock);
    }

    /** Adds the contact whose code it is. */
    public Outcome<Contact> prove(Actor actor, String attempt, String code, Knock knock) {
        return switch (codes.check(attempt, code, actor.person(), knock)) {
            case Outcome.Refused<Contact>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Contact> _ ->
                atomically.run(() -> codes.take(attempt, actor.person())
                        .map(contact -> contacts.verify(actor.person(), contact))
                        .orElseGet(() -> Outcome.refused(SignInReason.CODE_SPENT)));
        };
    }

    /**
     * Removes it, unless nothing would be left to come in by.
     *
     * @throws Absent if it is not theirs
     */
    public Outcome<Contact> remove(Actor actor, Contact contact) {
        return atomically.run(() -> {
            int ways = waysIn.locked(actor.person());
            if (!contacts.of(actor.person()).contains(contact)) {
                throw new Absent("contact");
            }
            if (contacts.isVerified(actor.person(), contact) && ways == 1) {
                return Outcome.refused(SignInReason.CONTACT_IS_LAST);
            }
            contacts.remove(actor.person(), contact);
            return Outcome.done(contact);
        });
    }
}
