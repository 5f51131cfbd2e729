package org.townloop.surface.portal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Person;
import org.townloop.base.identity.PersonId;
import org.townloop.loop.feedback.Review;
import org.townloop.loop.feedback.Reviews;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.Page;

/** What neighbours said, ready to be shown. */
@Component
class Voices {

    private static final int OF_AN_OFFER = 30;
    private static final int LATELY = 6;

    private final Reviews reviews;
    private final People people;
    private final Offers offers;
    private final Places places;

    Voices(Reviews reviews, People people, Offers offers, Places places) {
        this.reviews = reviews;
        this.people = people;
        this.offers = offers;
        this.places = places;
    }

    /** Of an offer, the newest first. */
    List<Voice> of(Page page, OfferId offer) {
        return voices(page, reviews.of(offer, OF_AN_OFFER), review -> null);
    }

    /** Anywhere in town, the newest first. */
    List<Voice> lately(Page page) {
        var said = reviews.lately(page.region().id(), LATELY);
        var about = offers.get(said.stream().map(Review::offer).distinct().toList());
        var where = places.get(said.stream().map(Review::place).distinct().toList());
        return voices(page, said, review -> {
            var offer = about.get(review.offer());
            var place = where.get(review.place());
            return offer == null || place == null
                    ? null
                    : new Voice.About(page.say(offer.title()), page.say(place.name()), OfferViews.href(offer));
        });
    }

    /** One's own. */
    static Voice own(Page page, Review review) {
        return voice(page, review, page.text("portal.voice.you"), null);
    }

    private List<Voice> voices(Page page, List<Review> said, Function<Review, Voice.@Nullable About> about) {
        var who = people.get(said.stream().map(Review::resident).toList());
        return said.stream()
                .map(review -> voice(page, review, name(page, review, who), about.apply(review)))
                .toList();
    }

    private static Voice voice(Page page, Review review, String who, Voice.@Nullable About about) {
        var reply = review.reply();
        return new Voice(
                who,
                review.rating(),
                review.text(),
                page.times().ago(review.createdAt()),
                about,
                reply == null ? null : reply.text());
    }

    private static String name(Page page, Review review, Map<PersonId, Person> people) {
        var person = people.get(review.resident());
        return person == null || person.erased() ? page.text("portal.voice.somebody") : shortened(person.name());
    }

    /** A Chinese name is known by its first character, another by its first word. */
    static String shortened(String name) {
        var first = name.codePointAt(0);
        return Character.isIdeographic(first) ? Character.toString(first) + "＊" : name.split("\\s+", 2)[0];
    }
}
