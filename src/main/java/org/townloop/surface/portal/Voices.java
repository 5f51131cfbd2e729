package org.townloop.surface.portal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Person;
import org.townloop.base.identity.PersonId;
import org.townloop.loop.feedback.Review;
import org.townloop.loop.feedback.Reviews;
import org.townloop.supply.offer.OfferId;
import org.townloop.surface.page.Page;

/** What neighbours said, ready to be shown. */
@Component
class Voices {

    private static final int MOST = 30;

    private final Reviews reviews;
    private final People people;

    Voices(Reviews reviews, People people) {
        this.reviews = reviews;
        this.people = people;
    }

    /** Of an offer, the newest first. */
    List<Voice> of(Page page, OfferId offer) {
        var said = reviews.of(offer, MOST);
        var who = people.get(said.stream().map(Review::resident).toList());
        return said.stream().map(review -> voice(page, review, who)).toList();
    }

    /** One's own. */
    static Voice own(Page page, Review review) {
        var reply = review.reply();
        return new Voice(
                page.text("portal.voice.you"),
                review.rating(),
                review.text(),
                page.times().ago(review.createdAt()),
                null,
                reply == null ? null : reply.text());
    }

    private static Voice voice(Page page, Review review, Map<PersonId, Person> people) {
        var person = people.get(review.resident());
        var reply = review.reply();
        return new Voice(
                person == null ? page.text("portal.voice.somebody") : shortened(person.name()),
                review.rating(),
                review.text(),
                page.times().ago(review.createdAt()),
                null,
                reply == null ? null : reply.text());
    }

    /** A Chinese name is known by its first character, another by its first word. */
    static String shortened(String name) {
        var first = name.codePointAt(0);
        return Character.isIdeographic(first) ? Character.toString(first) + "＊" : name.split("\\s+", 2)[0];
    }
}
