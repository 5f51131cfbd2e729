package org.townloop.surface.office;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.Person;
import org.townloop.base.identity.PersonId;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.payment.Chargeback;
import org.townloop.loop.payment.ChargebackState;
import org.townloop.loop.payment.QuarantinedMessage;

/**
 * What needs an operator.
 *
 * @param people those who have settled messages
 * @param attempt a note that could not be taken; null if none was typed
 */
record NeedsView(
        Office office, Attention.Needs needs, Map<PersonId, Person> people, NeedsPage.@Nullable Attempt attempt) {

    /** The broken invariant in the reader's language; in the audit's own words if nobody translated it. */
    String words(Broken broken) {
        var key = "office.invariant." + broken.invariant();
        return office.page().texts().has(key) ? office.page().text(key) : broken.sentence();
    }

    /** Who has settled it. */
    String who(QuarantinedMessage message) {
        var person = message.notedBy() == null ? null : people.get(message.notedBy());
        return person == null ? "" : person.name();
    }

    String typed(QuarantinedMessage message) {
        return attempt != null && attempt.isAbout(message)
                ? attempt.note()
                : Objects.requireNonNullElse(message.note(), "");
    }

    @Nullable
    String wrong(QuarantinedMessage message) {
        return attempt != null && attempt.isAbout(message) ? office.page().refusal(attempt.refusal()) : null;
    }

    String state(Chargeback chargeback) {
        return chargeback.state() == ChargebackState.OPEN && chargeback.answer() != null
                ? "answered"
                : chargeback.state().name().toLowerCase(Locale.ROOT);
    }
}
