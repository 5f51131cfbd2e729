package org.townloop.supply.merchant;

import java.util.Collection;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;

/** Tells people what an operator has decided about their place, in the transaction of the decision. */
@Component
class Told {

    private final Notices notices;

    Told(Notices notices) {
        this.notices = notices;
    }

    void verified(Collection<PersonId> people, Place place, UUID occasion) {
        tell(
                people,
                place,
                Notice.Kind.MERCHANT_VERIFIED,
                occasion,
                null,
                "/desk/start?place=" + place.id().value());
    }

    /** @param path where they read on */
    void refused(Collection<PersonId> people, Place place, UUID occasion, String why, String path) {
        tell(people, place, Notice.Kind.MERCHANT_REFUSED, occasion, why, path);
    }

    /** Each decision is told, also the second of its kind. */
    private void tell(
            Collection<PersonId> people,
            Place place,
            Notice.Kind kind,
            UUID occasion,
            @Nullable String why,
            String path) {
        var facts = new HashMap<String, Object>();
        facts.put("place", place.name());
        facts.put("path", path);
        if (why != null) {
            facts.put("reason", why);
        }
        notices.tell(people.stream()
                .map(person -> new NewNotice(person, kind, place.id().value(), facts, occasion.toString()))
                .toList());
    }
}
